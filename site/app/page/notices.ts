/** Messages that belong to no element, in a corner of the window. */

import { button, make } from "./dom";
import { strings } from "./strings";

export interface Notice {
  text: string;
  level?: "info" | "warning";
  action?: { label: string; run: () => void };
}

export class Notices {
  readonly #region = make("div", { class: "pg-notices", role: "region", "aria-label": strings.status.notices });
  readonly #shown = new Map<string, HTMLElement>();

  constructor() {
    document.body.append(this.#region);
  }

  /** Shows a notice until it is dismissed; one with the same text is shown once. Returns a function that removes it. */
  show({ text, level = "info", action }: Notice): () => void {
    const remove = () => this.#remove(text);
    if (this.#shown.has(text)) return remove;
    const dismiss = button(strings.status.dismiss, "pg-dismiss pg-quiet");
    dismiss.addEventListener("click", remove);
    const notice = make(
      "div",
      { class: "pg-notice", "data-level": level },
      make("p", { class: "pg-notice-text", role: level === "warning" ? "alert" : "status" }, text),
      action && this.#action(action, remove),
      dismiss,
    );
    this.#shown.set(text, notice);
    this.#region.append(notice);
    return remove;
  }

  #action({ label, run }: { label: string; run: () => void }, remove: () => void): HTMLButtonElement {
    const press = button(label, "pg-update pg-primary");
    press.addEventListener("click", () => {
      remove();
      run();
    });
    return press;
  }

  #remove(text: string): void {
    this.#shown.get(text)?.remove();
    this.#shown.delete(text);
  }
}
