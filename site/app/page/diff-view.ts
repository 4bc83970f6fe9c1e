/** Draws what turns one program into another, line by line. A chunk of its own, loaded with the first solution. */

import { diffLines } from "diff";

import { make } from "./dom";
import { strings } from "./strings";

const signs = { same: " ", added: "+", removed: "−" } as const;

/** @returns The lines of both texts, or null when they are the same. */
export function drawDiff(from: string, to: string): HTMLElement | null {
  const changes = diffLines(`${from.trimEnd()}\n`, `${to.trimEnd()}\n`);
  if (changes.every(({ added, removed }) => !added && !removed)) return null;
  const lines = changes.flatMap(({ added, removed, value }) => {
    const change = added ? "added" : removed ? "removed" : "same";
    return value.replace(/\n$/, "").split("\n").map((line) => drawLine(change, line));
  });
  return make("div", { class: "pg-diff", role: "region", tabindex: "0", "aria-label": strings.exercise.difference }, ...lines);
}

function drawLine(change: keyof typeof signs, line: string): HTMLElement {
  const said = change !== "same" && make("span", { class: "pg-visually-hidden" }, `${strings.exercise[change]}: `);
  return make(
    "div",
    { class: "pg-diff-line", "data-change": change },
    make("span", { class: "pg-diff-sign", "aria-hidden": "true" }, signs[change]),
    said,
    make("code", {}, line || " "),
  );
}
