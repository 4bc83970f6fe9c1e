/** What all elements of ours share: the page they work with, and an end to their listeners when they leave it. */

import type { Page } from "../page";

export abstract class PageElement extends HTMLElement {
  /** Set once by `main.ts` before the elements are defined. */
  static page: Page;

  #wired: AbortController | null = null;
  #built = false;

  connectedCallback(): void {
    if (!this.#built) {
      this.#built = true;
      this.build();
    }
    this.#wired = new AbortController();
    this.wire(this.#wired.signal);
  }

  disconnectedCallback(): void {
    this.#wired?.abort();
  }

  protected get page(): Page {
    return PageElement.page;
  }

  /** The name under which the learner's work in this element is kept. */
  protected get key(): string {
    return `${this.page.config.page}#${this.id}`;
  }

  /** Turns the document's HTML into a working element; once. */
  protected abstract build(): void;

  /** Adds listeners that end with `signal`; each time the element is put into a page. */
  protected abstract wire(signal: AbortSignal): void;

  /** A part of the HTML that the build wrote. */
  protected find<Part extends HTMLElement = HTMLElement>(selector: string): Part {
    const part = this.querySelector<Part>(selector);
    if (!part) throw new Error(`#${this.id} has no ${selector}; the page was built wrongly.`);
    return part;
  }
}
