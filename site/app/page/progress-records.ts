/** What is kept of a learner's work, and what makes a record whole. */

/** How one check of an exercise went. */
export interface Attempt {
  /** Milliseconds since the epoch. */
  at: number;
  /** The learner's files by name. */
  code: Record<string, string>;
  status: "pass" | "fail" | "error";
  passed: number;
  total: number;
}

export interface Exercise {
  /** Code as it stands, by file; null: the starting code. */
  code: Record<string, string> | null;
  attempts: Attempt[];
  /** When it was first solved, milliseconds since the epoch; null: not yet. */
  solvedAt: number | null;
  hintsSeen: number;
  solutionSeen: boolean;
}

export interface Answer {
  state: "right" | "wrong";
  /** Chosen choices, or the order of the lines. */
  picked: number[];
}

export interface LastPage {
  page: string;
  title: string;
}

/** Value by kind of record. */
export interface Kinds {
  /** Changed code of a cell. */
  draft: string;
  exercise: Exercise;
  answer: Answer;
  /** The learner's own words. */
  text: string;
  "last-page": LastPage;
}
export type Kind = keyof Kinds;

export interface ProgressRecord<K extends Kind = Kind> {
  kind: K;
  /** What it belongs to: `<page>#<name>`, an exercise's id, or empty. */
  name: string;
  value: Kinds[K];
  savedAt: number;
}

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number" && Number.isFinite(value);
const isTexts: Check = (value) => isObject(value) && Object.values(value).every(isText);

const isAttempt: Check = (value) =>
  isObject(value) &&
  isNumber(value["at"]) &&
  isTexts(value["code"]) &&
  ["pass", "fail", "error"].includes(value["status"] as string) &&
  isNumber(value["passed"]) &&
  isNumber(value["total"]);

const checks: Record<Kind, Check> = {
  draft: isText,
  text: isText,
  exercise: (value) =>
    isObject(value) &&
    (value["code"] === null || isTexts(value["code"])) &&
    Array.isArray(value["attempts"]) &&
    value["attempts"].every(isAttempt) &&
    (value["solvedAt"] === null || isNumber(value["solvedAt"])) &&
    isNumber(value["hintsSeen"]) &&
    typeof value["solutionSeen"] === "boolean",
  answer: (value) =>
    isObject(value) &&
    ["right", "wrong"].includes(value["state"] as string) &&
    Array.isArray(value["picked"]) &&
    value["picked"].every(isNumber),
  "last-page": (value) => isObject(value) && isText(value["page"]) && isText(value["title"]),
};

/** Whether `value` is a record that this version of the page can use. */
export function isRecord(value: unknown): value is ProgressRecord {
  return (
    isObject(value) &&
    typeof value["kind"] === "string" &&
    Object.hasOwn(checks, value["kind"]) &&
    isText(value["name"]) &&
    isNumber(value["savedAt"]) &&
    checks[value["kind"] as Kind](value["value"])
  );
}
