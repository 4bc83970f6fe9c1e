/** What is kept of one exercise, and what follows from it. */

import type { CheckReport } from "../protocol";
import { countPassed } from "./check-results";
import type { Attempt, Exercise } from "./progress-records";
import type { ProgressStore } from "./progress-store";

/** Failed attempts, each with other code, after which our solution is offered. */
export const ATTEMPTS_BEFORE_SOLUTION = 2;
const KEPT_ATTEMPTS = 50;

const untouched: Exercise = { code: null, attempts: [], solvedAt: null, hintsSeen: 0, solutionSeen: false };

export class ExerciseRecord {
  readonly #store: ProgressStore;
  readonly #id: string;
  readonly #starter: Record<string, string>;

  constructor(store: ProgressStore, id: string, starter: Record<string, string>) {
    this.#store = store;
    this.#id = id;
    this.#starter = starter;
  }

  get now(): Exercise {
    return this.#store.get("exercise", this.#id) ?? untouched;
  }

  update(change: Partial<Exercise>): void {
    this.#store.set("exercise", this.#id, { ...this.now, ...change });
  }

  addAttempt(code: Record<string, string>, { status, tests }: CheckReport): void {
    const at = Date.now();
    const attempt: Attempt = { at, code, status, passed: countPassed(tests), total: tests.length };
    const attempts = [...this.now.attempts, attempt].slice(-KEPT_ATTEMPTS);
    const solvedAt = this.now.solvedAt ?? (status === "pass" ? at : null);
    this.update({ attempts, code, solvedAt });
  }

  /** How many real attempts are missing before the solution is offered: failed ones, with code of the learner's own. */
  get attemptsLeft(): number {
    const failed = this.now.attempts.filter(({ status }) => status !== "pass").map(({ code }) => fingerprint(code));
    const own = new Set(failed);
    own.delete(fingerprint(this.#starter));
    return Math.max(0, ATTEMPTS_BEFORE_SOLUTION - own.size);
  }

  /** @param hints How many hints the exercise has. */
  solutionOffered(hints: number): boolean {
    const { solvedAt, solutionSeen, hintsSeen } = this.now;
    return solvedAt !== null || solutionSeen || this.attemptsLeft === 0 || (hints > 0 && hintsSeen >= hints);
  }
}

/** Equal for programs that differ in white space at line ends only. */
function fingerprint(code: Record<string, string>): string {
  const names = Object.keys(code).sort();
  return JSON.stringify(names.map((name) => [name, (code[name] ?? "").trimEnd().replace(/[ \t]+$/gm, "")]));
}
