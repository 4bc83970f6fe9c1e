/**
 * Starts, asks, stops and restarts the kernel's worker. The only file that creates it.
 *
 * A request is a `Job`: it waits in a queue, is the current one, and ends exactly once. The worker at the other end
 * is a `Link`; when it is given up, whatever it still says is ignored.
 */
import {
  unknownMessage,
  type BootMessage,
  type CheckReport,
  type FileEntry,
  type KernelConfig,
  type KernelEvent,
  type KernelMessage,
  type MakeSnapshotMessage,
  type ReadyEvent,
  type Results,
  type RunResult,
  type Source,
  type WireError,
} from "../protocol";
import type { CheckInput, Kernel, KernelListener, KernelState, RunInput, Running, RunWatcher } from "./kernel";
import { hardStopWords, KernelError, LOST_VARIABLES, wireError } from "./kernel-errors";
import { checkJob, Job, runJob, simpleJob, type Asked, type StopReason } from "./kernel-jobs";

export interface KernelClientOptions {
  /** Called for every start, as `gated` may change while the page lives. */
  config: () => KernelConfig | Promise<KernelConfig>;
  /** URL of the kernel's bundle. */
  workerUrl: string;
  /** Times in milliseconds; default `TIMES`. */
  times?: Partial<Times>;
}

export interface Times {
  /** From asking for a stop to ending the worker. */
  softStop: number;
  /** From a time limit, which the kernel keeps by itself, to ending the worker. */
  afterLimit: number;
  /** Quiet time after `ready` before the memory snapshot is made. */
  beforeSnapshot: number;
}

export const TIMES: Times = { softStop: 1000, afterLimit: 2000, beforeSnapshot: 1500 };

/** One worker and the port to it. */
interface Link {
  worker: Worker;
  port: MessagePort;
}

export class KernelClient implements Kernel {
  readonly ready: Promise<void>;
  state: KernelState = "idle";
  source: Source | null = null;
  /** What the service worker said last; the kernel itself only sees that its files were answered. */
  #heard: Source | null = null;
  /** Version of Python, as "3.14.2"; null before the first `ready`. */
  python: string | null = null;
  canWait: boolean | null = null;
  life = 0;
  failure: WireError | null = null;

  readonly #options: KernelClientOptions;
  readonly #times: Times;
  readonly #listeners = new Set<KernelListener>();
  readonly #queue: Job[] = [];
  #current: Job | null = null;
  #link: Link | null = null;
  #config: KernelConfig | null = null;
  #starting: PromiseWithResolvers<void> | null = null;
  #attempts = 0;
  #lastId = 0;
  /** What ends the worker: Stop that has no effect, a time limit that has none. */
  #backstops: Partial<Record<"learner" | "time", ReturnType<typeof setTimeout>>> = {};
  #snapshotTimer: ReturnType<typeof setTimeout> | undefined;
  #snapshotTried = false;
  readonly #firstReady = Promise.withResolvers<void>();

  constructor(options: KernelClientOptions) {
    this.#options = options;
    this.#times = { ...TIMES, ...options.times };
    this.ready = this.#firstReady.promise;
  }

  // -------------------------------------------------------------- what the page asks

  start(): Promise<void> {
    if (this.#link !== null && this.#starting === null) return Promise.resolve();
    return (this.#starting ?? this.#begin("loading")).promise;
  }

  async restart(): Promise<void> {
    this.#endAll("learner");
    this.#drop();
    await this.#begin("restarting").promise;
  }

  run(input: RunInput, watcher: RunWatcher = {}): Running<RunResult> {
    return this.#ask(runJob({ type: "run", id: ++this.#lastId, ...input }, watcher));
  }

  check(input: CheckInput, watcher: RunWatcher = {}): Running<CheckReport> {
    return this.#ask(checkJob({ type: "check", id: ++this.#lastId, ...input }, watcher));
  }

  async reset(session: string): Promise<void> {
    await this.#request({ type: "reset", id: ++this.#lastId, session });
  }

  listFiles(): Promise<FileEntry[]> {
    return this.#request({ type: "list-files", id: ++this.#lastId });
  }

  readFile(path: string): Promise<Uint8Array> {
    return this.#request({ type: "read-file", id: ++this.#lastId, path });
  }

  async writeFile(path: string, data: Uint8Array): Promise<void> {
    await this.#request({ type: "write-file", id: ++this.#lastId, path, data });
  }

  async deleteFile(path: string): Promise<void> {
    await this.#request({ type: "delete-file", id: ++this.#lastId, path });
  }

  listen(listener: KernelListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  // -------------------------------------------------------------- requests

  #request<Request extends Asked>(request: Request): Promise<Results[Request["type"]]> {
    return this.#ask(simpleJob(request)).result;
  }

  #ask<Result>(job: Job<Result>): Running<Result> {
    this.#queue.push(job as Job);
    this.start().catch(() => undefined); // the job itself is told, by #fail
    this.#next();
    return { result: job.result, stop: () => this.#stop(job as Job) };
  }

  #next(): void {
    if (this.#current !== null || this.#link === null || this.#starting !== null) return;
    const job = this.#queue.shift();
    this.#setState(job === undefined ? "ready" : "busy");
    if (job === undefined) {
      this.#planSnapshot();
      return;
    }
    this.#current = job;
    job.begin();
    this.#send(job.request);
  }

  #finish(end: (job: Job) => void): void {
    const job = this.#current;
    if (job === null) return;
    this.#disarm();
    this.#current = null;
    end(job);
  }

  // -------------------------------------------------------------- stopping

  #stop(job: Job): void {
    const waiting = this.#queue.indexOf(job);
    if (waiting >= 0) {
      this.#queue.splice(waiting, 1);
      job.stopped("learner");
    } else if (job === this.#current) {
      this.#send({ type: "stop", target: job.request.id });
      // Pressing Stop again must not give the code more time.
      this.#backstops.learner ??= this.#later(this.#times.softStop, "learner");
    }
  }

  #limit(seconds: number | null): void {
    clearTimeout(this.#backstops.time);
    if (seconds !== null) this.#backstops.time = this.#later(seconds * 1000 + this.#times.afterLimit, "time");
  }

  #later(ms: number, reason: "learner" | "time"): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#hardStop(reason), ms);
  }

  #disarm(): void {
    clearTimeout(this.#backstops.learner);
    clearTimeout(this.#backstops.time);
    this.#backstops = {};
  }

  #hardStop(reason: StopReason): void {
    this.#drop();
    this.#finish((job) => job.stopped(reason));
    this.#notice("warning", hardStopWords(reason, this.canWait !== false));
    this.#begin("restarting").promise.catch(() => undefined); // seen as state `failed`
  }

  #endAll(reason: StopReason): void {
    this.#finish((job) => job.stopped(reason));
    for (const job of this.#queue.splice(0)) job.stopped(reason);
  }

  // -------------------------------------------------------------- the worker's life

  #begin(state: "loading" | "restarting"): PromiseWithResolvers<void> {
    this.#attempts = 0;
    this.failure = null;
    const starting = this.#starting ?? Promise.withResolvers<void>();
    starting.promise.catch(() => undefined); // whoever called start() has a promise of their own
    this.#starting = starting;
    this.#setState(state);
    void this.#connect();
    return starting;
  }

  async #connect(): Promise<void> {
    this.#attempts += 1;
    const attempt = this.#starting;
    try {
      this.#config = await this.#options.config();
      if (this.#starting !== attempt || this.#link !== null) return;
      this.#link = this.#open({ type: "boot", config: this.#config }, (link, event) => {
        if (link === this.#link) this.#receive(event);
      });
    } catch (error) {
      this.#bootFailed(wireError("boot", error));
    }
  }

  #open(first: BootMessage | MakeSnapshotMessage, receive: (link: Link, event: KernelEvent) => void): Link {
    const worker = new Worker(this.#options.workerUrl, { type: "module", name: first.type === "boot" ? "kernel" : "snapshot" });
    const { port1, port2 } = new MessageChannel();
    const link = { worker, port: port1 };
    port1.onmessage = ({ data }: MessageEvent<KernelEvent>) => receive(link, data);
    // A script that can't be loaded or throws while it starts. Later errors are the learner's own callbacks.
    worker.onerror = (event) => {
      event.preventDefault();
      const message = event.message || "Python's program file could not be loaded. Check your internet connection.";
      if (link !== this.#link || this.#starting !== null) receive(link, { type: "fatal", error: wireError("boot", message) });
    };
    worker.postMessage(first, [port2]);
    return link;
  }

  #drop(): void {
    this.#disarm();
    clearTimeout(this.#snapshotTimer);
    if (this.#link === null) return;
    close(this.#link);
    this.#link = null;
    if (this.#starting === null) this.life += 1;
  }

  #receive(event: KernelEvent): void {
    const job = this.#current;
    switch (event.type) {
      case "progress":
        return this.#tell((listener) => listener.progress?.(event));
      case "notice":
        return this.#notice(event.level, event.text);
      case "ready":
        return this.#isReady(event);
      case "fatal":
        return this.#starting === null ? this.#crashed(event.error) : this.#bootFailed(event.error);
      case "output":
        this.#send({ type: "taken", characters: event.text.length });
        return job?.output(event.stream, event.text);
      case "display":
        return job?.watcher.display?.(event.display);
      case "deadline":
        return this.#limit(event.seconds);
      case "input":
        return job?.watcher.input?.(this.#answerer(event.id));
      case "result":
        this.#finish((done) => done.resolve(event.value));
        return this.#next();
      case "failed":
        this.#finish((done) => done.reject(new KernelError(event.error)));
        return this.#next();
      case "snapshot":
        return; // only a snapshot's own worker says so
      default:
        unknownMessage(event);
    }
  }

  /** Told by the service worker where a runtime file came from; the last word before `ready` becomes `source`. */
  cameFrom(source: Source): void {
    this.#heard = source;
  }

  #answerer(target: number): (line: string | null) => void {
    const link = this.#link;
    let answered = false;
    return (line) => {
      if (answered || link !== this.#link) return;
      answered = true;
      this.#send({ type: "input", target, line });
    };
  }

  #isReady(event: ReadyEvent): void {
    const starting = this.#starting;
    this.#starting = null;
    this.source = event.source === "cache" ? (this.#heard ?? "cache") : event.source;
    this.python = event.python;
    this.canWait = event.canWait;
    this.#next();
    this.#firstReady.resolve();
    starting?.resolve();
  }

  #bootFailed(error: WireError): void {
    this.#drop();
    if (this.#attempts < 2) {
      void this.#connect();
      return;
    }
    this.failure = error;
    const starting = this.#starting;
    this.#starting = null;
    this.#setState("failed");
    for (const job of this.#queue.splice(0)) job.reject(new KernelError(error));
    starting?.reject(new KernelError(error));
  }

  #crashed(error: WireError): void {
    console.debug("Python crashed:", error);
    this.#drop();
    this.#finish((job) => job.stopped("crash"));
    this.#notice("warning", `Python stopped working (${error.message}). ${LOST_VARIABLES}`);
    this.#begin("restarting").promise.catch(() => undefined); // seen as state `failed`
  }

  // -------------------------------------------------------------- the memory snapshot

  #planSnapshot(): void {
    clearTimeout(this.#snapshotTimer);
    if (this.#snapshotTried || this.source === "snapshot" || this.#config?.without?.includes("snapshot") || savesData()) return;
    this.#snapshotTimer = setTimeout(() => this.#makeSnapshot(), this.#times.beforeSnapshot);
  }

  #makeSnapshot(): void {
    if (this.state !== "ready" || this.#config === null) return;
    this.#snapshotTried = true;
    this.#open({ type: "make-snapshot", config: this.#config }, (link, event) => {
      if (event.type !== "snapshot" && event.type !== "fatal") return;
      close(link);
      // Without it everything works, only slower to start: nothing for the learner to read or do.
      if (event.type === "fatal") console.debug("No memory snapshot was kept:", event.error.message);
      else console.debug(`The memory snapshot was kept: ${event.bytes} bytes.`);
    });
  }

  // -------------------------------------------------------------- telling

  #send(message: KernelMessage): void {
    this.#link?.port.postMessage(message);
  }

  #setState(state: KernelState): void {
    if (state === this.state) return;
    this.state = state;
    this.#tell((listener) => listener.state?.(state));
  }

  #notice(level: "info" | "warning", text: string): void {
    this.#tell((listener) => listener.notice?.(level, text));
  }

  #tell(say: (listener: KernelListener) => void): void {
    for (const listener of this.#listeners) say(listener);
  }
}

function close(link: Link): void {
  link.port.onmessage = null;
  link.port.close();
  link.worker.terminate();
}

/** The learner asked the browser to save data or memory is short: a copy of 40 MB is not welcome. */
function savesData(): boolean {
  const { connection, deviceMemory = 8 } = navigator as Navigator & { connection?: { saveData?: boolean }; deviceMemory?: number };
  return connection?.saveData === true || deviceMemory < 1;
}
