/** One place where code runs and shows what comes of it: output, duration, a note in plain words. */

import type { RunResult } from "../protocol";
import { make, setText } from "./dom";
import type { Running, RunInput } from "./kernel";
import { OutputView } from "./output-view";
import type { Page } from "./page";
import { strings } from "./strings";

export type RunState = "queued" | "running" | RunResult["status"];

export interface RunViewOptions {
  page: Page;
  /** The output that the page came with, or null. */
  output: HTMLElement | null;
  /** Begins the names of files to download. */
  name: string;
  onState(state: RunState): void;
  onWaiting(waiting: boolean): void;
  onLine(file: string, line: number): void;
}

export class RunView {
  readonly output: OutputView;
  /** Short text beside the buttons. */
  readonly status = make("span", { class: "pg-run-note", hidden: true });
  /** Under the output. */
  readonly note = make("div", { class: "pg-note", hidden: true });
  readonly #options: RunViewOptions;
  #running: Running<RunResult> | null = null;

  constructor(options: RunViewOptions) {
    this.#options = options;
    this.output = new OutputView(options.output, {
      fileName: strings.cell.outputFile(options.name),
      onLine: options.onLine,
    });
  }

  get busy(): boolean {
    return this.#running !== null;
  }

  /**
   * Runs code and shows it.
   *
   * @throws KernelError when Python could not be started or died; the note says so, too.
   */
  async run(input: RunInput): Promise<RunResult> {
    const { kernel } = this.#options.page;
    const life = kernel.life;
    this.#queued();
    this.#running = kernel.run(input, {
      started: () => this.#started(),
      output: (stream, text) => this.output.write(stream, text),
      display: (display) => this.output.show(display),
      input: (answer) => this.#ask(answer),
    });
    try {
      const result = await this.#running.result;
      this.#running = null;
      this.#ended(result, input, kernel.life !== life);
      return result;
    } catch (error) {
      this.#running = null;
      this.#failed(error);
      throw error;
    }
  }

  stop(): void {
    if (!this.#running) return;
    setText(this.status, strings.cell.stopping);
    this.#running.stop();
  }

  /** Back to the output that the page came with. */
  restore(): void {
    this.output.restore();
    setText(this.status, "");
    this.showNote("", "info");
  }

  showNote(text: string, kind: "error" | "stopped" | "info", ...more: Node[]): void {
    this.note.replaceChildren(...(text ? [make("p", {}, text), ...more] : []));
    this.note.dataset["kind"] = kind;
    this.note.hidden = text === "";
  }

  /** Shows a failure of ours; what it says beyond its last line is for the console. */
  showFailure(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.showNote(strings.cell.failed(message.trim().split("\n").at(-1) ?? ""), "error");
  }

  #queued(): void {
    const { kernel } = this.#options.page;
    const waits = kernel.state === "ready" || kernel.state === "busy";
    setText(this.status, waits ? strings.cell.queued : strings.cell.waitingForPython);
    this.#options.onState("queued");
  }

  #started(): void {
    this.output.begin();
    this.showNote("", "info");
    setText(this.status, strings.cell.running);
    this.#options.onState("running");
  }

  #ask(answer: (line: string | null) => void): void {
    this.#options.onWaiting(true);
    setText(this.status, strings.cell.waitingForInput);
    this.output.ask((line) => {
      this.#options.onWaiting(false);
      setText(this.status, strings.cell.running);
      answer(line);
    });
  }

  #ended(result: RunResult, input: RunInput, lost: boolean): void {
    this.#options.onWaiting(false);
    this.output.end(result);
    const printed = !this.output.element.hidden;
    setText(this.status, result.status === "ok" && !printed ? strings.cell.finishedSilently : strings.cell.duration(result.ms));
    if (result.status === "stopped") this.showNote(stopWords(result, input, lost), "stopped");
    else this.showNote(result.error?.note ?? "", "error");
    this.#options.onState(result.status);
    this.#options.page.announcer.say(announcement(result, this.note.textContent ?? ""));
  }

  #failed(error: unknown): void {
    this.#options.onWaiting(false);
    this.output.abandon();
    setText(this.status, "");
    this.showFailure(error);
    this.#options.onState("error");
    this.#options.page.announcer.say(this.note.textContent ?? "");
  }
}

function stopWords({ stopReason, ms }: RunResult, { timeoutS }: RunInput, lost: boolean): string {
  switch (stopReason) {
    case "time":
      return strings.cell.outOfTime(timeoutS);
    case "output":
      return strings.cell.tooMuchOutput;
    case "crash":
      return strings.cell.crashed;
    default:
      if (lost) return strings.cell.stoppedLost;
      return ms === 0 ? strings.cell.stoppedEarly : strings.cell.stopped;
  }
}

function announcement(result: RunResult, note: string): string {
  if (result.status === "stopped") return note;
  if (!result.error) return strings.cell.finished;
  return `${strings.cell.errorAt(result.error.name, errorLine(result))}. ${note}`;
}

/** The learner's line at which a run failed: the innermost frame, or null. */
export function errorLine({ error }: RunResult): number | null {
  return error?.frames.at(-1)?.line ?? null;
}
