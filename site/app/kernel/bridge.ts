/** The JavaScript half of `playground/bridge.py`. What crosses is text and numbers, so no proxy of either side is left over. */
import type { PyodideAPI } from "pyodide";
import type { PyCallable } from "pyodide/ffi";

import type { CheckReport, CheckRequest, Display, RunRequest, RunResult, Stream } from "../protocol";
import type { Channel } from "./channel";
import type { Python } from "./interpreter";
import type { Output } from "./output";
import type { Missing } from "./packages";
import type { Tick } from "./tick";
import type { Waits } from "./wait";

export interface Ports {
  output: Output;
  tick: Tick;
  waits: Waits;
  channel: Channel;
  /** Id of the request under way. */
  request: () => number;
}

/** What bridge.py calls. A learner's code can reach it, too: nothing here does more than a program may. */
function pythonPort({ output, tick, waits, channel, request }: Ports, descriptors: Descriptors): object {
  return {
    write: (stream: Stream, text: string) => {
      descriptors.flush();
      output.write(stream, String(text));
    },
    display: (mime: Display["mime"], data: string, alt: string) =>
      channel.send({ type: "display", id: request(), display: { mime, data: String(data), alt: String(alt) } }),
    deadline: (seconds: number | undefined) => channel.send({ type: "deadline", id: request(), seconds: seconds ?? null }),
    turn: () => {
      descriptors.flush();
      return tick.turn();
    },
    pause: (ms: number) => waits.pause(ms),
    wake: () => waits.wake(),
    line: () => waits.line(),
    takeStop: () => waits.takeStop(),
  };
}

/** Functions of bridge.py, kept as long as the kernel lives. */
interface PythonHalf {
  connect: PyCallable;
  run: PyCallable;
  check: PyCallable;
  reset: PyCallable;
  missing_modules: PyCallable;
  explain_missing: PyCallable;
  destroy(): void;
}

interface Internals {
  _api: { on_fatal: (error: unknown) => void };
}

export class Bridge {
  readonly version: string;
  readonly #pyodide: PyodideAPI;
  readonly #python: PythonHalf;
  readonly #tick: Tick;
  readonly #descriptors: Descriptors;
  readonly #canWait: boolean;

  constructor({ pyodide, canWait }: Python, ports: Ports) {
    this.#pyodide = pyodide;
    this.#tick = ports.tick;
    this.#canWait = canWait;
    this.#python = pyodide.pyimport("playground.bridge") as PythonHalf;
    this.#descriptors = new Descriptors(ports.output);
    this.#descriptors.route(pyodide);
    this.#python.connect(pythonPort(ports, this.#descriptors), canWait);
    this.version = pyodide.runPython("import platform; platform.python_version()") as string;
    pyodide.setInterruptBuffer(ports.tick.signals as Parameters<PyodideAPI["setInterruptBuffer"]>[0]);
  }

  /** Called when Python can't go on. */
  onFatal(tell: (error: unknown) => void): void {
    (this.#pyodide as unknown as Internals)._api.on_fatal = tell;
  }

  async program(request: RunRequest | CheckRequest): Promise<RunResult | CheckReport> {
    const entry = request.type === "run" ? this.#python.run : this.#python.check;
    const text = JSON.stringify(request);
    this.#tick.running = true;
    try {
      const answer: unknown = this.#canWait ? await entry.callPromising(text) : entry(text);
      this.#descriptors.flush();
      return JSON.parse(answer as string) as RunResult | CheckReport;
    } finally {
      this.#tick.running = false;
    }
  }

  reset(session: string): void {
    this.#python.reset(session);
  }

  /** Top-level names that these sources, by file name, import and that are not there. */
  missingModules(sources: Record<string, string>): string[] {
    return JSON.parse(this.#python.missing_modules(JSON.stringify(sources)) as string) as string[];
  }

  /** What an import of these modules says from now on. */
  explainMissing(missing: Missing): void {
    this.#python.explain_missing(JSON.stringify(missing));
  }
}

/**
 * What C code or `os.write` puts out without `sys.stdout`. Held back until something else happens: a dying interpreter
 * writes its own inner state there, which is nothing for a learner and is dropped with it.
 */
class Descriptors {
  #held: [Stream, string][] = [];

  constructor(private readonly output: Output) {}

  route(pyodide: PyodideAPI): void {
    pyodide.setStdout({ write: this.#writer("stdout") });
    pyodide.setStderr({ write: this.#writer("stderr") });
  }

  flush(): void {
    for (const [stream, text] of this.#held.splice(0)) this.output.write(stream, text);
  }

  #writer(stream: Stream): (bytes: Uint8Array) => number {
    const decoder = new TextDecoder();
    return (bytes) => {
      this.#held.push([stream, decoder.decode(bytes, { stream: true })]);
      return bytes.length;
    };
  }
}
