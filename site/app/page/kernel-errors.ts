/** What goes wrong with the kernel itself, and how that is put into words. */
import type { WireError } from "../protocol";
import type { KernelFailure } from "./kernel";
import type { StopReason } from "./kernel-jobs";

export const LOST_VARIABLES = "Python was restarted: variables are lost, your code and files are kept.";

/** Failure of ours, carrying what crossed the wire. */
export class KernelError extends Error implements KernelFailure {
  override name = "KernelError";
  constructor(readonly wire: WireError) {
    super(wire.message);
  }
}

/** Why the worker was ended. `canWait`: whether this browser can interrupt Python at all. */
export function hardStopWords(reason: StopReason, canWait: boolean): string {
  if (reason === "time") return `The time limit ended code that could not be interrupted. ${LOST_VARIABLES}`;
  const why = canWait ? "The code did not react to Stop." : "This browser can't interrupt Python code.";
  return `${why} ${LOST_VARIABLES}`;
}

export function wireError(kind: WireError["kind"], error: unknown): WireError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind, name, message, traceback: stack ?? "" };
}
