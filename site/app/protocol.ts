/**
 * Every message between page and kernel, and every shape that crosses as JSON from the build.
 *
 * Plain data only: no Python object, no function. Each request carries an `id` and ends in exactly one
 * `result` or `failed` event with that id; `output`, `display`, `input` and `progress` events may come before.
 * `site/python/playground/messages.py` mirrors the shapes that Python builds; a test compares the two.
 */

// ---------------------------------------------------------------- results (part of the public contract)

/** `stdin` is the echo of lines that were typed or given: shown in the output, but not written by the program. */
export type Stream = "stdout" | "stderr" | "stdin";

export interface PythonError {
  /** Class name, as `ValueError`. */
  name: string;
  message: string;
  /** As CPython prints it, only the learner's frames, no ANSI colours. */
  traceback: string;
  /**
   * The learner's frames, outermost first; `file` is the cell's name or a path in the home directory. Lines count from 1,
   * columns from 0 in characters; an end column is the one behind the last character.
   */
  frames: { file: string; line: number; endLine: number; column: number; endColumn: number; function: string }[];
  /** One or two plain sentences for common beginners' errors, or null. */
  note: string | null;
}

/** Picture or other rich output. Text for everything that is not an image. */
export interface Display {
  mime: "image/png" | "image/svg+xml" | "text/plain";
  /** Base64 for PNG, else text. SVG is shown through `<img>`, so it can't run anything. */
  data: string;
  alt: string;
}

export interface RunResult {
  status: "ok" | "error" | "stopped";
  stdout: string;
  stderr: string;
  /** `repr` of a last expression, as the REPL shows it; null for none and for None. */
  result: string | null;
  error: PythonError | null;
  ms: number;
  /** What the output shows, in order; joined per stream it equals `stdout` and `stderr`. */
  chunks: [Stream, string][];
  /** Why a run was stopped: by the learner, its time limit, or its output limit. */
  stopReason: "learner" | "time" | "output" | "crash" | null;
}

export interface TestResult {
  /** Function name in `check.py`, with the parameter set's id in brackets if it has one. */
  name: string;
  /** First line of the test's docstring. */
  title: string;
  outcome: "passed" | "failed" | "error" | "skipped";
  /** Written for the learner; empty when passed. */
  message: string;
  /** What the learner's code printed during the test. */
  output: string;
  ms: number;
}

export interface CheckReport {
  /** `error`: the submission does not run at all, or the check itself is broken (then `message` says so). */
  status: "pass" | "fail" | "error";
  tests: TestResult[];
  /** The learner's own exception when the submission does not run. */
  error: PythonError | null;
  /** What the submission printed when it was imported. */
  stdout: string;
  ms: number;
}

// ---------------------------------------------------------------- page -> kernel

/** First message, sent with `worker.postMessage` and a `MessagePort`; all else goes through that port. */
export interface BootMessage {
  type: "boot";
  config: KernelConfig;
}

/**
 * Other first message, to a worker of its own: load Python, import what lessons need, keep the memory for later
 * boots, answer `snapshot` or `fatal`. Such a worker never runs a learner's code.
 */
export interface MakeSnapshotMessage {
  type: "make-snapshot";
  config: KernelConfig;
}

export type FirstMessage = BootMessage | MakeSnapshotMessage;

export interface RunRequest {
  type: "run";
  id: number;
  source: string;
  /** Shown in tracebacks, as `<cell greeting>`. */
  filename: string;
  /** Namespace that the code runs in; cells of one page share `"page"` unless they name another. */
  session: string;
  /** Lines fed to `input()` before the learner is asked; null to ask at once. */
  stdin: string | null;
  /** Text files put into the working directory first, only where missing. */
  files: Record<string, string>;
  timeoutS: number;
}

export interface CheckRequest {
  type: "check";
  id: number;
  exercise: string;
  /** The learner's files by name; the main one is `submission.py`. */
  files: Record<string, string>;
  /** Data files of the exercise by name. */
  data: Record<string, string>;
  /** Text of `check.py`. */
  check: string;
  /** Time limit of one test, seconds. */
  timeoutS: number;
}

/** Asks the request `target` to end as if Ctrl-C was pressed; answered by the ending of that request. */
export interface StopMessage {
  type: "stop";
  target: number;
}

/** Answers an `input` event of request `target`; null is end of file (Ctrl-D). */
export interface InputMessage {
  type: "input";
  target: number;
  line: string | null;
}

/** The page has shown this much output; the kernel keeps only a few hundred thousand characters under way. */
export interface TakenMessage {
  type: "taken";
  characters: number;
}

/** Forgets the variables of one session. */
export interface ResetRequest {
  type: "reset";
  id: number;
  session: string;
}

/** Files below the home directory `/home/learner`; paths are relative to it, with `/`. */
export interface ListFilesRequest {
  type: "list-files";
  id: number;
}
export interface ReadFileRequest {
  type: "read-file";
  id: number;
  path: string;
}
export interface WriteFileRequest {
  type: "write-file";
  id: number;
  path: string;
  data: Uint8Array;
}
export interface DeleteFileRequest {
  type: "delete-file";
  id: number;
  path: string;
}

export type KernelRequest =
  | RunRequest
  | CheckRequest
  | ResetRequest
  | ListFilesRequest
  | ReadFileRequest
  | WriteFileRequest
  | DeleteFileRequest;
export type KernelMessage = KernelRequest | StopMessage | InputMessage | TakenMessage;

export interface FileEntry {
  path: string;
  bytes: number;
  /** Milliseconds since the epoch. */
  modified: number;
}

/** What the `result` event of each request carries. */
export interface Results {
  run: RunResult;
  check: CheckReport;
  reset: null;
  "list-files": FileEntry[];
  "read-file": Uint8Array;
  "write-file": null;
  "delete-file": null;
}

// ---------------------------------------------------------------- kernel -> page

export type Source = "snapshot" | "cache" | "cdn" | "local";

export interface ProgressEvent {
  type: "progress";
  /** Plain words for the status line, as "Downloading Python". */
  text: string;
  /** 0 to 1, or null when unknown. */
  fraction: number | null;
}

export interface ReadyEvent {
  type: "ready";
  source: Source;
  /** Python version, as "3.14.2". */
  python: string;
  /** False where the browser lacks JSPI: `input()` then needs its lines before the run. */
  canWait: boolean;
}

export interface OutputEvent {
  type: "output";
  id: number;
  stream: Stream;
  text: string;
}

export interface DisplayEvent {
  type: "display";
  id: number;
  display: Display;
}

/** The program waits in `input()`; the prompt was already written to stdout. */
export interface InputEvent {
  type: "input";
  id: number;
}

/**
 * From now on the learner's code has this many seconds, or no limit while it waits for the learner (null). The kernel
 * ends it by itself; the client is the backstop for code that can't be interrupted.
 */
export interface DeadlineEvent {
  type: "deadline";
  id: number;
  seconds: number | null;
}

export interface ResultEvent {
  type: "result";
  id: number;
  value: Results[keyof Results];
}

/** Failures of ours or of the request; a learner's exception is a result, not a failure. */
export interface WireError {
  kind: "boot" | "fatal" | "request" | "storage" | "restarted";
  name: string;
  message: string;
  traceback: string;
}

export interface FailedEvent {
  type: "failed";
  id: number;
  error: WireError;
}

/** The kernel can't go on (boot failed, interpreter died); the page restarts it. */
export interface FatalEvent {
  type: "fatal";
  error: WireError;
}

/** Something the learner should know that belongs to no run, as "Files could not be saved: the disk is full". */
export interface NoticeEvent {
  type: "notice";
  level: "info" | "warning";
  text: string;
}

/** The memory snapshot is stored; later boots restore it. */
export interface SnapshotEvent {
  type: "snapshot";
  bytes: number;
}

export type KernelEvent =
  | ProgressEvent
  | ReadyEvent
  | OutputEvent
  | DisplayEvent
  | InputEvent
  | DeadlineEvent
  | ResultEvent
  | FailedEvent
  | FatalEvent
  | NoticeEvent
  | SnapshotEvent;

/** For `default:`; type-checks only when every type is handled. */
export function unknownMessage(message: never): never {
  throw new Error(`Unknown message: ${JSON.stringify(message)}`);
}

// ---------------------------------------------------------------- page <-> service worker

/** Page asks the service worker to fetch what is not saved yet; safe to send again. */
export interface SaveMessage {
  type: "save";
}
/** Page asks a waiting service worker to take over (the learner pressed "Update"). */
export interface TakeOverMessage {
  type: "take-over";
}
export type ServiceWorkerMessage = SaveMessage | TakeOverMessage;

export interface SavingEvent {
  type: "saving";
  savedBytes: number;
  totalBytes: number;
  /** `ready`: everything is saved; `failed`: `message` says why and what to do, and a later page load tries again. */
  state: "saving" | "ready" | "failed";
  message: string;
}
/** Sent to the page when a runtime file was answered, so that it can say where Python came from. */
export interface RuntimeSourceEvent {
  type: "runtime-source";
  source: "cache" | "cdn" | "local";
}
export type ServiceWorkerEvent = SavingEvent | RuntimeSourceEvent;

// ---------------------------------------------------------------- written by the build

/** One file that the kernel may load, checked against its hash wherever it comes from. */
export interface CheckedFile {
  /** Relative to the site's root, as `runtime/v314.0.7/pyodide.asm.wasm`. */
  path: string;
  /** SRI form: `sha256-` and base64. */
  integrity: string;
  bytes: number;
  /** The same file on the CDN, or null when only the site has it. */
  cdn: string | null;
}

export interface KernelConfig {
  /** Absolute URL of the site's root, ends in `/`. */
  root: string;
  /** Changes with every byte of the build. */
  buildId: string;
  pyodideVersion: string;
  /** By name: `pyodide.asm.mjs`, `pyodide.asm.wasm`, `python_stdlib.zip`, `groundwork.zip`, `pyodide-lock.json`, `distribution.json`. */
  files: Record<string, CheckedFile>;
  /** True once a service worker controls the page: then same-origin paths are enough. */
  gated: boolean;
  /** Development aids for tests: pretend that something is missing. */
  without?: ("jspi" | "snapshot")[];
}

/** `<script type="application/json" id="pg-config">` on every page. */
export interface PageConfig {
  /** Path from the page to the site's root, as `../` or `./`. */
  base: string;
  /** Document name, as `a-python-core/names-and-objects`. */
  page: string;
  buildId: string;
  /** Relative to the root. */
  kernel: string;
  serviceWorker: string | null;
  pyodideVersion: string;
  files: Record<string, CheckedFile>;
  /** Never written by the build; tests put it in. */
  without?: ("jspi" | "snapshot")[];
}

/** `<script type="application/json" class="pg-options">` in every `<pg-cell>`. */
export interface CellOptions {
  after: string[];
  session: string;
  stdin: string | null;
  raises: string | null;
  files: Record<string, string>;
  timeoutS: number;
  editable: boolean;
  /** Python regular expressions; what they match may differ between runs. */
  volatile: string[];
}

/** `<script type="application/json" class="pg-options">` in every `<pg-exercise>`. */
export interface ExerciseOptions {
  /** As `a-python-core/power-digits`. */
  id: string;
  title: string;
  difficulty: 1 | 2 | 3;
  concepts: string[];
  timeoutS: number;
  /** By file name; the first one is the one that opens. A one-file exercise has `submission.py` only. */
  starter: Record<string, string>;
  solution: Record<string, string>;
  data: Record<string, string>;
  check: string;
}

/** `course.json` in the site's root: what the map, the navigation and other tools read. */
export interface Course {
  title: string;
  buildId: string;
  sections: {
    /** As `a-python-core`. */
    id: string;
    letter: string;
    title: string;
    summary: string;
    status: "ready" | "planned";
    pages: {
      /** Document name; the page is at `<root><page>.html`. */
      page: string;
      title: string;
      summary: string;
      minutes: number;
      concepts: string[];
      cells: string[];
      exercises: { id: string; title: string; difficulty: number; anchor: string }[];
      quizzes: { name: string; kind: "quiz" | "order" | "explain" }[];
    }[];
  }[];
}
