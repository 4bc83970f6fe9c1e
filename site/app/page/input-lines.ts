/** Where a browser can't pause a program, its input is written here before the run. */

import { make } from "./dom";
import { strings } from "./strings";

export class InputLines {
  readonly element: HTMLElement;
  readonly #text = make("textarea", { class: "pg-textarea", rows: "3", spellcheck: "false", autocapitalize: "off" });

  constructor(lines: string) {
    this.#text.value = lines;
    this.element = make(
      "div",
      { class: "pg-input-lines", hidden: true },
      make("label", { class: "pg-label" }, strings.cell.inputLines, this.#text),
      make("p", { class: "pg-help" }, strings.cell.inputLinesHelp),
    );
  }

  get value(): string {
    return this.#text.value;
  }

  set value(lines: string) {
    this.#text.value = lines;
  }

  /** Whether the code looks as if it asks for input. */
  wanted(source: string): boolean {
    return /\binput\s*\(|\bstdin\b/.test(source);
  }

  offer(shown: boolean): void {
    this.element.hidden = !shown;
  }
}
