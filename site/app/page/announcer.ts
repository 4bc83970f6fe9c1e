/** Says short sentences to screen readers through one polite live region. */

import { make } from "./dom";

export class Announcer {
  readonly #region = make("div", { class: "pg-announcer pg-visually-hidden", "aria-live": "polite" });
  #turn = false;

  constructor() {
    document.body.append(this.#region);
  }

  /** Says `text` once; the same text again is said again. */
  say(text: string): void {
    this.#turn = !this.#turn;
    // A change is what is read out, so a repeated text gets an invisible difference.
    this.#region.textContent = this.#turn ? text : `${text}\u00a0`;
  }
}
