/** Work that is put off until things are quiet. */
export class Debounced {
  readonly #delayMs: number;
  readonly #work: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(delayMs: number, work: () => void) {
    this.#delayMs = delayMs;
    this.#work = work;
  }

  get pending(): boolean {
    return this.#timer !== undefined;
  }

  /** Does the work after the delay, counted anew from now. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), this.#delayMs);
  }

  /** Does the work at once if it was due. */
  now(): void {
    if (!this.pending) return;
    this.cancel();
    this.#work();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
