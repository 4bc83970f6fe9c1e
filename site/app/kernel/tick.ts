/**
 * The heartbeat inside a running program.
 *
 * Pyodide looks at its "interrupt buffer" every few bytecodes; any object with a getter will do. About every 50 ms it
 * answers SIGUSR1. Python's handler for that signal (bridge.py) waits for `turn()`, which lets the worker read its
 * messages, and then raises KeyboardInterrupt if the learner, a time limit or an output limit asked for it.
 */

/** Signal number of SIGUSR1 in Emscripten. */
const SIGUSR1 = 10;
/** Milliseconds between two ticks. */
const INTERVAL = 50;

const { now } = performance;
const time = now.bind(performance);

export class Tick {
  /** True only while a learner's code runs: nothing else may be interrupted. */
  running = false;
  #last = 0;
  readonly #ends: (() => void)[] = [];
  readonly #ring: () => void;

  /** What to give to `pyodide.setInterruptBuffer`. */
  readonly signals: ArrayLike<number>;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      this.#last = time();
      this.#ends.shift()?.();
    };
    this.#ring = port2.postMessage.bind(port2, 0);
    const due = (): number => this.#due();
    this.signals = {
      length: 1,
      get 0() {
        return due();
      },
      // Pyodide writes 0 when it has read a signal.
      set 0(_) {},
    };
  }

  /** One turn of the worker's event loop: messages that have arrived are read before it resolves. */
  turn(): Promise<void> {
    return new Promise((resolve) => {
      this.#ends.push(resolve);
      this.#ring();
    });
  }

  #due(): number {
    if (!this.running) return 0;
    const moment = time();
    if (moment - this.#last < INTERVAL) return 0;
    this.#last = moment;
    return SIGUSR1;
  }
}
