/** What the page's elements need of the kernel; `kernel-client.ts` provides it. Types only. */

import type {
  CheckReport,
  CheckRequest,
  Display,
  FileEntry,
  ProgressEvent,
  RunRequest,
  RunResult,
  Source,
  Stream,
  WireError,
} from "../protocol";

export type KernelState = "idle" | "loading" | "ready" | "busy" | "restarting" | "failed";

/** What a run tells while it goes on; every call comes before its `result` settles. */
export interface RunWatcher {
  /** The request left the queue. */
  started?(): void;
  output?(stream: Stream, text: string): void;
  display?(display: Display): void;
  /** The program waits in `input()`. Call `answer` once; null is end of file. */
  input?(answer: (line: string | null) => void): void;
}

/** A request under way or waiting in the queue. */
export interface Running<Result> {
  /** Rejects with a `KernelError` only for failures of ours; a learner's exception is a result. */
  result: Promise<Result>;
  /** Ends it as Ctrl-C would; a queued request ends as stopped without having begun. */
  stop(): void;
}

/** Failure of ours, carrying what crossed the wire. */
export interface KernelFailure extends Error {
  readonly wire: WireError;
}

export type RunInput = Omit<RunRequest, "type" | "id">;
export type CheckInput = Omit<CheckRequest, "type" | "id">;

/** Something changed: read the properties of the kernel again. */
export interface KernelListener {
  state?(state: KernelState): void;
  progress?(event: ProgressEvent): void;
  notice?(level: "info" | "warning", text: string): void;
}

export interface Kernel {
  readonly state: KernelState;
  /** Where Python came from; null before the first `ready`. */
  readonly source: Source | null;
  /** Version of Python, as "3.14.2"; null before the first `ready`. */
  readonly python: string | null;
  /** False where `input()` needs its lines before the run; null before the first `ready`. */
  readonly canWait: boolean | null;
  /** Counts up whenever all variables were lost (restart, crash, hard stop); starts at 0. */
  readonly life: number;
  /** Why the state is `failed`; null in every other state. */
  readonly failure: WireError | null;
  /** Settles with the first `ready`; a failed start leaves it pending, as `start()` may be called again. */
  readonly ready: Promise<void>;

  /** Starts Python if it isn't; safe to call again, also after a failure. Resolves when ready, rejects on failure. */
  start(): Promise<void>;
  /** Runs code, starting Python first if need be. One request at a time; others wait in order. */
  run(input: RunInput, watcher?: RunWatcher): Running<RunResult>;
  check(input: CheckInput, watcher?: RunWatcher): Running<CheckReport>;
  /** Forgets the variables of one session. */
  reset(session: string): Promise<void>;
  /** Ends everything and starts a fresh Python; running requests end as stopped. */
  restart(): Promise<void>;
  listFiles(): Promise<FileEntry[]>;
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, data: Uint8Array): Promise<void>;
  deleteFile(path: string): Promise<void>;
  /** Returns a function that ends the listening. */
  listen(listener: KernelListener): () => void;
}
