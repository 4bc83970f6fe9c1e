/** `<pg-explain>`: the learner's own words, then a model answer to compare with. */

import { Debounced } from "../debounce";
import { button, make, onPress, setText } from "../dom";
import { strings } from "../strings";
import { PageElement } from "./page-element";

export class PgExplain extends PageElement {
  readonly #text = make("textarea", { class: "pg-textarea", rows: "5" });
  readonly #compare = button(strings.explain.compare, "pg-compare pg-primary", "solution");
  readonly #note = make("span", { class: "pg-run-note", hidden: true });
  readonly #model = make("section", {
    class: "pg-model-answer",
    "aria-label": strings.explain.model,
    tabindex: "-1",
    hidden: true,
  });
  readonly #save = new Debounced(400, () => this.#saveText());

  protected build(): void {
    const answer = this.find("details.pg-explain-answer");
    answer.querySelector("summary")?.remove();
    this.#model.append(make("p", { class: "pg-panel-title" }, strings.explain.model), ...answer.childNodes);
    answer.replaceWith(
      make("label", { class: "pg-label" }, strings.explain.answer, this.#text),
      make("div", { class: "pg-toolbar" }, this.#compare, this.#note),
      this.#model,
    );
    this.#text.value = this.page.store.get("text", this.key) ?? "";
    this.#showState();
  }

  protected wire(signal: AbortSignal): void {
    this.#text.addEventListener("input", () => this.#save.soon(), { signal });
    onPress(this.#compare, signal, () => this.#show());
    addEventListener("pagehide", () => this.#save.now(), { signal });
    signal.addEventListener("abort", () => this.#save.now());
    this.page.store.listen(({ kind, name, foreign }) => {
      const busy = this.#save.pending || document.activeElement === this.#text;
      if (foreign && kind === "text" && name === this.key && !busy) {
        this.#text.value = this.page.store.get("text", this.key) ?? "";
      }
    }, signal);
  }

  #show(): void {
    if (!this.#text.value.trim()) {
      setText(this.#note, strings.explain.writeFirst);
      this.page.announcer.say(strings.explain.writeFirst);
      this.#text.focus();
      return;
    }
    this.#save.now();
    this.#model.hidden = false;
    this.#model.focus();
  }

  #saveText(): void {
    this.page.store.set("text", this.key, this.#text.value);
    setText(this.#note, strings.explain.saved);
    this.#showState();
  }

  #showState(): void {
    this.dataset["state"] = this.#text.value.trim() ? "answered" : "unanswered";
  }
}
