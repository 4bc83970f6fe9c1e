/** `<pg-status>`: says in the top bar how far Python and the offline copy are. */

import type { ProgressEvent } from "../../protocol";
import { button, make, onPress, setText } from "../dom";
import type { KernelState } from "../kernel";
import type { Saving } from "../saving";
import { strings } from "../strings";
import { PageElement } from "./page-element";

export class PgStatus extends PageElement {
  readonly #dot = make("span", { class: "pg-status-dot", "aria-hidden": "true" });
  readonly #text = make("span", { class: "pg-status-text", role: "status" });
  readonly #bar = make("progress", { class: "pg-status-bar", max: "1", "aria-label": strings.status.progress, hidden: true });
  readonly #retry = button(strings.status.retry, "pg-retry", "restart");
  readonly #restart = button(strings.status.restart, "pg-restart pg-quiet", "restart");
  readonly #offlineText = make("span", { class: "pg-offline-text", hidden: true });
  readonly #offlineBar = make("progress", {
    class: "pg-offline-bar",
    max: "1",
    "aria-label": strings.status.savingBar,
    hidden: true,
  });

  /** Resolves when Python is ready. Asking is a use of Python, so it starts if it hasn't. */
  get ready(): Promise<void> {
    this.#start();
    return this.page.kernel.ready;
  }

  /** Starts Python afresh: all variables are lost, code and files are kept. */
  async restart(): Promise<void> {
    await this.page.kernel.restart();
    this.page.announcer.say(strings.status.restarted);
  }

  /** Shows how far the offline copy is. */
  showSaving({ state, fraction, message }: Saving): void {
    this.dataset["offline"] = state === "failed" ? "no" : state;
    this.#offlineBar.hidden = state !== "saving";
    this.#offlineBar.value = fraction;
    if (state === "ready") setText(this.#offlineText, strings.status.offlineReady);
    else setText(this.#offlineText, state === "saving" ? strings.status.saving(Math.floor(fraction * 100)) : "");
    if (state === "failed") this.page.notices.show({ text: message, level: "warning" });
  }

  protected build(): void {
    this.replaceChildren(
      this.#dot,
      this.#text,
      this.#bar,
      this.#retry,
      this.#restart,
      this.#offlineText,
      this.#offlineBar,
    );
    this.dataset["offline"] ??= "no";
    this.#showState(this.page.kernel.state);
  }

  protected wire(signal: AbortSignal): void {
    onPress(this.#retry, signal, () => this.#start());
    onPress(this.#restart, signal, () => {
      this.restart().catch((error: unknown) => console.error(error)); // shown as state `failed`
    });
    const stop = this.page.kernel.listen({
      state: (state) => this.#showState(state),
      progress: (event) => this.#showProgress(event),
      notice: (level, text) => this.page.notices.show({ level, text }),
    });
    signal.addEventListener("abort", stop);
  }

  #start(): void {
    this.page.kernel.start().catch((error: unknown) => console.error(error)); // shown as state `failed`
  }

  #showState(state: KernelState): void {
    const { kernel } = this.page;
    const loading = state === "loading" || state === "restarting";
    this.dataset["state"] = state;
    if (kernel.source) this.dataset["source"] = kernel.source;
    this.#bar.hidden = !loading;
    this.#bar.removeAttribute("value");
    this.#retry.hidden = state !== "failed";
    this.#restart.hidden = state !== "ready" && state !== "busy";
    this.#say(this.#words(state));
  }

  #words(state: KernelState): string {
    if (state === "failed") return this.page.kernel.failure?.message || strings.status.failed;
    return state === "ready" ? strings.status.ready(this.page.kernel.python) : strings.status[state];
  }

  #showProgress({ text, fraction }: ProgressEvent): void {
    if (this.#bar.hidden) return;
    this.#say(text);
    if (fraction === null) this.#bar.removeAttribute("value");
    else this.#bar.value = fraction;
  }

  /** Short runs would make the status region chatter: what a run does is announced by its cell. */
  #say(text: string): void {
    this.#text.setAttribute("aria-live", this.dataset["state"] === "busy" || this.dataset["state"] === "ready" ? "off" : "polite");
    if (this.#text.textContent !== text) this.#text.textContent = text;
  }
}
