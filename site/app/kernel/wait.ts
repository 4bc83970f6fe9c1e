/** Waits of a program (sleep, input, an awaited future) that Stop can end. */

/** Timers of browsers take 31 bits. Milliseconds. */
const LONGEST = 2 ** 31 - 1;

export class Waits {
  #stopAsked = false;
  readonly #sleepers = new Set<() => void>();
  #answer: ((line: string | null | undefined) => void) | null = null;

  constructor(private readonly askPage: () => void) {}

  /** A new program begins: what was asked of the last one is void. */
  begin(): void {
    this.#stopAsked = false;
    this.wake();
    this.#answer?.(undefined);
    this.#answer = null;
  }

  /** The learner pressed Stop. */
  stop(): void {
    this.#stopAsked = true;
    this.wake();
    this.#answer?.(undefined);
    this.#answer = null;
  }

  /** True once for each stop. */
  takeStop(): boolean {
    const asked = this.#stopAsked;
    this.#stopAsked = false;
    return asked;
  }

  /** Resolves after `ms` (negative: never by itself), at a stop, or at `wake`. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = (): void => {
        clearTimeout(timer);
        this.#sleepers.delete(end);
        resolve();
      };
      this.#sleepers.add(end);
      if (ms >= 0) timer = setTimeout(end, Math.min(ms, LONGEST));
      if (this.#stopAsked) end();
    });
  }

  wake(): void {
    for (const end of [...this.#sleepers]) end();
  }

  /** A line from the learner, null for end of file, undefined when stopped. */
  line(): Promise<string | null | undefined> {
    return new Promise((resolve) => {
      if (this.#stopAsked) return resolve(undefined);
      this.#answer = resolve;
      this.askPage();
    });
  }

  answer(line: string | null): void {
    this.#answer?.(line);
    this.#answer = null;
  }
}
