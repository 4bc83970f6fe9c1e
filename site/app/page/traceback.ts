/** Turns the line numbers of a traceback into buttons. */

import { make } from "./dom";
import { strings } from "./strings";

const location = /^(\s*File "([^"]+)", )(line (\d+))/;

/**
 * @param onLine Gets the file as the traceback names it, and the line.
 * @returns The traceback; every `line N` of a `File` line is a button.
 */
export function linkTraceback(traceback: string, onLine: (file: string, line: number) => void): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const line of traceback.split(/(?<=\n)/)) {
    const [, before, file, text, number] = location.exec(line) ?? [];
    if (before === undefined || file === undefined || text === undefined) {
      fragment.append(line);
      continue;
    }
    const link = make(
      "button",
      { type: "button", class: "pg-link-button pg-traceback-line", title: strings.cell.goToLine(text) },
      text,
    );
    link.addEventListener("click", () => onLine(file, Number(number)));
    fragment.append(before, link, line.slice(before.length + text.length));
  }
  return fragment;
}

/** The name of the cell that a traceback's file means, as `greeting` for `<cell greeting>`. */
export function cellOfFile(file: string): string {
  return /^<cell (.+)>$/.exec(file)?.[1] ?? file;
}
