/** What a check found, drawn as a verdict and a list with one item a test. */

import type { CheckReport, TestResult } from "../protocol";
import { make, withCode } from "./dom";
import { icon } from "./icons";
import { strings } from "./strings";
import { type Fact, readMessage } from "./test-message";
import { linkTraceback } from "./traceback";

type OnLine = (file: string, line: number) => void;

/** What happened in so many failed tests is shown at once; in later ones it unfolds, so that the list stays readable. */
const UNFOLDED = 2;

/** One sentence for the whole report. */
export function verdict({ status, tests, error }: CheckReport): string {
  if (status === "pass") return strings.exercise.allPassed(tests.length);
  if (error) return strings.exercise.doesNotRun;
  if (status === "error" && !tests.some(({ outcome }) => outcome === "failed")) return strings.exercise.checkBroken;
  return strings.exercise.somePassed(countPassed(tests), tests.length);
}

export function countPassed(tests: TestResult[]): number {
  return tests.filter(({ outcome }) => outcome === "passed").length;
}

/** Everything below the verdict. */
export function drawReport(report: CheckReport, onLine: OnLine): Node[] {
  const { error, tests } = report;
  const parts: Node[] = [];
  if (error) parts.push(...drawError(error, onLine));
  if (tests.length) parts.push(drawTests(tests, onLine));
  if (error && report.stdout) parts.push(drawPrinted(report.stdout));
  return parts;
}

function drawError(error: NonNullable<CheckReport["error"]>, onLine: OnLine): Node[] {
  const trace = error.traceback || `${error.name}: ${error.message}`;
  const shown = make(
    "div",
    { class: "pg-output pg-check-error", tabindex: "0", role: "region", "aria-label": error.name },
    make("span", { class: "pg-error" }, linkTraceback(`${trace.trimEnd()}\n`, onLine)),
  );
  return error.note ? [shown, make("div", { class: "pg-note", "data-kind": "error" }, make("p", {}, error.note))] : [shown];
}

function drawTests(tests: TestResult[], onLine: OnLine): HTMLElement {
  const failed = tests.filter(({ outcome }) => outcome !== "passed");
  const items = tests.map((test) => drawTest(test, failed.indexOf(test) >= UNFOLDED, onLine));
  return make("ol", { class: "pg-tests", role: "list" }, ...items);
}

function drawTest(test: TestResult, folded: boolean, onLine: OnLine): HTMLElement {
  const body = [...drawMessage(test.message, onLine), ...(test.output && test.outcome !== "passed" ? [drawPrinted(test.output)] : [])];
  return make(
    "li",
    { class: "pg-test", "data-outcome": test.outcome },
    make(
      "span",
      { class: "pg-test-outcome" },
      icon(test.outcome === "passed" ? "check" : "cross"),
      make("span", {}, strings.exercise.outcome[test.outcome]),
    ),
    " ",
    make("span", { class: "pg-test-title" }, test.title || test.name),
    body.length > 0 && drawBody(body, folded),
  );
}

function drawBody(body: Node[], folded: boolean): HTMLElement {
  if (!folded) return make("div", { class: "pg-test-body" }, ...body);
  const summary = make("summary", {}, strings.exercise.whatHappened);
  return make("details", { class: "pg-test-body pg-test-folded" }, summary, ...body);
}

function drawMessage(message: string, onLine: OnLine): Node[] {
  if (!message.trim()) return [];
  const { facts, words, hint, traceback } = readMessage(message);
  const parts: Node[] = [];
  if (words) parts.push(make("p", { class: "pg-test-message" }, ...withCode(words)));
  if (facts.length) parts.push(make("dl", { class: "pg-facts" }, ...facts.map(drawFact)));
  if (hint) parts.push(make("p", { class: "pg-test-hint" }, ...withCode(hint)));
  if (traceback) {
    parts.push(make("pre", { class: "pg-test-traceback" }, make("span", { class: "pg-error" }, linkTraceback(traceback, onLine))));
  }
  return parts;
}

function drawFact({ kind, label, value }: Fact): HTMLElement {
  return make("div", { class: "pg-fact", "data-fact": kind }, make("dt", {}, label), make("dd", {}, value));
}

function drawPrinted(text: string): HTMLElement {
  return make(
    "details",
    { class: "pg-test-output" },
    make("summary", {}, strings.exercise.printed),
    make("pre", { tabindex: "0" }, text),
  );
}
