/** The line in the output where a running program asks for input. */

import { button, make } from "./dom";
import { strings } from "./strings";

export class InputRow {
  readonly element: HTMLFormElement;
  readonly #input = make("input", {
    class: "pg-input",
    type: "text",
    "aria-label": strings.cell.inputLabel,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "send",
  });
  readonly #listening = new AbortController();

  /** @param answer Called once, with the line or with null for the end of the input. */
  constructor(answer: (line: string | null) => void) {
    const send = button(strings.cell.inputSend, "pg-input-send");
    const end = button(strings.cell.inputEnd, "pg-input-end pg-quiet");
    send.type = "submit";
    this.element = make("form", { class: "pg-input-row" }, this.#input, send, end);
    const { signal } = this.#listening;
    this.element.addEventListener(
      "submit",
      (event) => {
        event.preventDefault();
        answer(this.#input.value);
      },
      { signal },
    );
    this.#input.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "d" || !event.ctrlKey) return;
        event.preventDefault();
        answer(null);
      },
      { signal },
    );
    end.addEventListener("click", () => answer(null), { signal });
  }

  focus(): void {
    this.#input.focus();
  }

  remove(): void {
    this.#listening.abort();
    this.element.remove();
  }
}
