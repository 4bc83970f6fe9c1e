/** What ran in this life of Python, so that a cell knows which of the cells it builds on must run first. */

export interface Step {
  id: string;
  /** Ids of the cells it builds on. */
  needs: string[];
  source: string;
}

export class RunLedger {
  readonly #ran = new Map<string, { life: number; source: string }>();

  /** `step` ran to its end, well or with an error. */
  note(id: string, source: string, life: number): void {
    this.#ran.set(id, { life, source });
  }

  forget(id: string): void {
    this.#ran.delete(id);
  }

  /**
   * The steps that have to run before `last`, in order: those that did not run in this life of Python, that changed
   * since, or that build on one of these.
   *
   * @param find Gives the step of an id.
   */
  before<S extends Step>(last: S, life: number, find: (id: string) => S): S[] {
    const due: S[] = [];
    const seen = new Map<string, boolean>();
    const visit = (step: S): boolean => {
      const known = seen.get(step.id);
      if (known !== undefined) return known;
      seen.set(step.id, false); // The build refuses circles; this only keeps one from running for ever.
      const stale = step.needs.map((id) => visit(find(id))).includes(true) || !this.#fresh(step, life);
      seen.set(step.id, stale);
      if (stale && step !== last) due.push(step);
      return stale;
    };
    visit(last);
    return due;
  }

  #fresh(step: Step, life: number): boolean {
    const entry = this.#ran.get(step.id);
    return entry !== undefined && entry.life === life && entry.source === step.source;
  }
}
