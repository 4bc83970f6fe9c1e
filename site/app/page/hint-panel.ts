/** The hints of an exercise, shown one after the other. */

import { make } from "./dom";
import { strings } from "./strings";

export class HintPanel {
  readonly element = make("section", { class: "pg-hint-panel", "aria-label": strings.exercise.hints, hidden: true });
  readonly #hints: Node[][];
  #shown = 0;

  /** @param details The hints as the build wrote them; taken out of the page. Null when there are none. */
  constructor(details: HTMLElement | null) {
    this.#hints = [...(details?.querySelectorAll(":scope > ol > li") ?? [])].map((item) => [...item.childNodes]);
    details?.remove();
  }

  get total(): number {
    return this.#hints.length;
  }

  get shown(): number {
    return this.#shown;
  }

  /** Shows hints up to `count`; returns the title of the last one, as "Hint 2 of 4". */
  show(count: number): string {
    for (const hint of this.#hints.slice(this.#shown, count)) {
      this.#shown++;
      this.element.append(
        make(
          "div",
          { class: "pg-hint-item" },
          make("p", { class: "pg-panel-title" }, strings.exercise.hintTitle(this.#shown, this.total)),
          ...hint,
        ),
      );
    }
    this.element.hidden = this.#shown === 0;
    return strings.exercise.hintTitle(this.#shown, this.total);
  }
}
