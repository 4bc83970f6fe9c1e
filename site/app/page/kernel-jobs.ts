/** One request of the page to the kernel: what was said meanwhile, and how it ends. */
import type { CheckReport, CheckRequest, KernelRequest, PythonError, Results, RunRequest, RunResult, Stream } from "../protocol";
import type { RunWatcher } from "./kernel";

export type StopReason = NonNullable<RunResult["stopReason"]>;
export type Asked = Exclude<KernelRequest, RunRequest | CheckRequest>;

interface Ending {
  chunks: RunResult["chunks"];
  reason: StopReason;
  ms: number;
}

export class Job<Result = unknown> {
  readonly result: Promise<Result>;
  readonly #settle = Promise.withResolvers<Result>();
  readonly #chunks: RunResult["chunks"] = [];
  #began = performance.now();

  /** @param ended What a stop makes the result; null when such a request can only fail. */
  constructor(
    readonly request: KernelRequest,
    readonly watcher: RunWatcher,
    readonly ended: ((ending: Ending) => Result) | null,
  ) {
    this.result = this.#settle.promise;
  }

  begin(): void {
    this.#began = performance.now();
    this.watcher.started?.();
  }

  /** Kept here too, so that output is not lost with the worker. */
  output(stream: Stream, text: string): void {
    const last = this.#chunks.at(-1);
    if (last?.[0] === stream) last[1] += text;
    else this.#chunks.push([stream, text]);
    this.watcher.output?.(stream, text);
  }

  resolve(value: unknown): void {
    this.#settle.resolve(value as Result);
  }

  reject(error: Error): void {
    this.#settle.reject(error);
  }

  /** The worker was ended under it, or it never began. */
  stopped(reason: StopReason): void {
    const ms = performance.now() - this.#began;
    if (this.ended === null) this.reject(new Error("Python was restarted before this was done. Please try again."));
    else this.#settle.resolve(this.ended({ chunks: this.#chunks, reason, ms }));
  }
}

export function runJob(request: RunRequest, watcher: RunWatcher): Job<RunResult> {
  return new Job(request, watcher, stoppedRun);
}

export function checkJob(request: CheckRequest, watcher: RunWatcher): Job<CheckReport> {
  return new Job(request, watcher, stoppedCheck);
}

export function simpleJob<Request extends Asked>(request: Request): Job<Results[Request["type"]]> {
  return new Job<Results[Request["type"]]>(request, {}, null);
}

function stoppedRun({ chunks, reason, ms }: Ending): RunResult {
  return {
    status: "stopped",
    stdout: joined(chunks, "stdout"),
    stderr: joined(chunks, "stderr"),
    result: null,
    error: null,
    ms,
    chunks,
    stopReason: reason,
  };
}

function stoppedCheck({ chunks, reason, ms }: Ending): CheckReport {
  const error: PythonError = { name: "Stopped", message: STOPPED[reason], traceback: "", frames: [], note: null };
  return { status: "error", tests: [], error, stdout: joined(chunks, "stdout"), ms };
}

const STOPPED: Record<StopReason, string> = {
  learner: "The check was stopped.",
  time: "Your code took too long and could not be interrupted. Look for a loop or a calculation that never ends.",
  output: "Your code printed too much.",
  crash: "Python stopped working while your code was checked. Endless recursion is a common cause.",
};

function joined(chunks: RunResult["chunks"], stream: Stream): string {
  return chunks
    .filter(([name]) => name === stream)
    .map(([, text]) => text)
    .join("");
}
