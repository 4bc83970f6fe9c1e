/** Requests in, events out: one request at a time, in order; `stop`, `input` and `taken` at once. */
import {
  unknownMessage,
  type CheckRequest,
  type KernelConfig,
  type KernelMessage,
  type KernelRequest,
  type Results,
  type RunRequest,
  type WireError,
} from "../protocol";
import { Bridge } from "./bridge";
import type { Channel } from "./channel";
import { FileError, HomeFiles } from "./files";
import { startPython } from "./interpreter";
import { Output } from "./output";
import { Packages } from "./packages";
import { Runtime } from "./runtime";
import { closeSandbox } from "./sandbox";
import { SnapshotStore } from "./snapshot";
import { Tick } from "./tick";
import { Waits } from "./wait";

/** What there is once Python is loaded. */
interface Loaded {
  channel: Channel;
  output: Output;
  bridge: Bridge;
  packages: Packages;
  home: HomeFiles;
}

export class Kernel {
  readonly #tick = new Tick();
  readonly #waits = new Waits(() => this.#loaded?.channel.send({ type: "input", id: this.#current }));
  readonly #queue: KernelRequest[] = [];
  #loaded: Loaded | null = null;
  /** Id of the request under way, 0 for none. */
  #current = 0;

  constructor(private readonly config: KernelConfig) {}

  /** @throws Whatever made loading impossible. */
  async start(channel: Channel): Promise<void> {
    const say = (text: string, fraction: number | null = null): void => channel.send({ type: "progress", text, fraction });
    const runtime = new Runtime(this.config, (fraction) => this.#loaded ?? say("Loading Python", fraction));
    const opening = HomeFiles.open(this.config);
    const snapshots = this.config.without?.includes("snapshot") ? null : new SnapshotStore(this.config);
    const python = await startPython(runtime, opening, snapshots);
    const home = await opening;
    home.forgetRecords();
    say("Starting Python");
    const output = new Output(channel);
    const bridge = new Bridge(python, { output, tick: this.#tick, waits: this.#waits, channel, request: () => this.#current });
    bridge.onFatal((error) => channel.send({ type: "fatal", error: fatal(error) }));
    closeSandbox();
    this.#loaded = { channel, output, bridge, packages: new Packages(python.pyodide, runtime, say), home };
    channel.send({ type: "ready", source: python.source, python: bridge.version, canWait: python.canWait });
    void this.#work();
  }

  receive(message: KernelMessage): void {
    switch (message.type) {
      case "stop":
        if (message.target === this.#current) this.#waits.stop();
        return;
      case "input":
        if (message.target === this.#current) this.#waits.answer(message.line);
        return;
      case "taken":
        return this.#loaded?.output.taken(message.characters);
      case "run":
      case "check":
      case "reset":
      case "list-files":
      case "read-file":
      case "write-file":
      case "delete-file":
        this.#queue.push(message);
        return void this.#work();
      default:
        unknownMessage(message);
    }
  }

  async #work(): Promise<void> {
    if (this.#loaded === null || this.#current !== 0) return;
    for (let request = this.#queue.shift(); request !== undefined; request = this.#queue.shift()) {
      this.#current = request.id;
      await this.#serve(request, this.#loaded);
      this.#current = 0;
    }
  }

  async #serve(request: KernelRequest, loaded: Loaded): Promise<void> {
    const { channel } = loaded;
    try {
      const value = await this.#answer(request, loaded);
      for (const text of await loaded.home.save()) channel.send({ type: "notice", level: "warning", text });
      channel.send({ type: "result", id: request.id, value });
    } catch (error) {
      channel.send({ type: "failed", id: request.id, error: failure(error) });
    }
  }

  async #answer(request: KernelRequest, { home, ...loaded }: Loaded): Promise<Results[keyof Results]> {
    switch (request.type) {
      case "run":
      case "check":
        return this.#program(request, loaded);
      case "reset":
        loaded.bridge.reset(request.session);
        return null;
      case "list-files":
        return home.list();
      case "read-file":
        return home.read(request.path);
      case "write-file":
        home.write(request.path, request.data);
        return null;
      case "delete-file":
        home.remove(request.path);
        return null;
      default:
        return unknownMessage(request);
    }
  }

  async #program(request: RunRequest | CheckRequest, { bridge, output, packages }: Omit<Loaded, "home">): Promise<Results["run" | "check"]> {
    this.#waits.begin();
    output.begin(request.id);
    const modules = bridge.missingModules(request.type === "run" ? { "<cell>": request.source } : request.files);
    if (modules.length > 0) {
      // Stop ends the wait only; the program then begins and ends at once.
      const missing = await Promise.race([packages.install(modules), this.#waits.pause(-1)]);
      bridge.explainMissing(missing ?? {});
    }
    const value = await bridge.program(request);
    await output.drain();
    return value;
  }
}

function fatal(error: unknown): WireError {
  return { kind: "fatal", name: error instanceof Error ? error.name : "Error", message: String(error), traceback: "" };
}

/** Pyodide's file system throws `ErrnoError`s without words. */
function failure(error: unknown): WireError {
  if (error instanceof FileError) return { kind: "request", name: error.name, message: error.message, traceback: "" };
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const errno = (error as { errno?: number }).errno;
  const words = errno === 44 ? "There is no such file." : message || `The file system answered error ${errno}.`;
  return { kind: "request", name, message: words, traceback: stack ?? "" };
}
