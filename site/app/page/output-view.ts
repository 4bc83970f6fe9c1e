/** The output of one run: text as it arrives, pictures, the result, the traceback, the line where a program asks. */

import type { Display, RunResult, Stream } from "../protocol";
import { button, download, make, onPress } from "./dom";
import { InputRow } from "./input-row";
import { OutputLines, type Piece } from "./output-lines";
import { strings } from "./strings";
import { linkTraceback } from "./traceback";

/** Least time between two drawings of the tail. Milliseconds. */
const TAIL_MS = 120;

export interface OutputViewOptions {
  /** Name of the file that holds the whole output. */
  fileName: string;
  /** The learner pressed a line number in a traceback. */
  onLine(file: string, line: number): void;
}

export class OutputView {
  /** The log; `role="log"`, hidden while it is empty. */
  readonly element: HTMLElement;
  /** Below the log: the download. */
  readonly tools = make("div", { class: "pg-output-tools", hidden: true });
  readonly #options: OutputViewOptions;
  readonly #recorded: Node[];
  readonly #save = button(strings.cell.downloadAll, "pg-download pg-quiet", "download");
  #lines = new OutputLines();
  /** Text that came since the last frame. */
  #pending: Piece[] = [];
  #frame = 0;
  /** The new run has not printed yet, so the old output still stands. */
  #stale = false;
  #headDone = 0;
  #headText: { piece: Piece; node: Text } | null = null;
  #tail: HTMLElement | null = null;
  #cut: HTMLElement | null = null;
  /** When the tail was drawn last, by `performance.now()`. */
  #tailDrawn = -Infinity;
  #input: InputRow | null = null;

  /** @param existing The page's own output element with the recorded output, or null to make one. */
  constructor(existing: HTMLElement | null, options: OutputViewOptions) {
    this.element = existing ?? make("div", { class: "pg-output", hidden: true });
    this.element.setAttribute("role", "log");
    this.element.setAttribute("aria-label", strings.cell.output);
    this.element.tabIndex = 0;
    this.#recorded = [...this.element.childNodes].map((node) => node.cloneNode(true));
    this.#options = options;
    this.tools.append(this.#save);
  }

  wire(signal: AbortSignal): void {
    onPress(this.#save, signal, () => download(this.#options.fileName, this.#lines.text));
    signal.addEventListener("abort", () => cancelAnimationFrame(this.#frame));
  }

  /** A run begins. The old output stays until there is new, so that the page doesn't jump. */
  begin(): void {
    this.#stale = true;
    this.element.style.minHeight = `${this.element.getBoundingClientRect().height}px`;
  }

  write(stream: Stream, text: string): void {
    this.#pending.push({ stream, text });
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  show(display: Display): void {
    this.flush();
    this.#clearStale();
    this.element.append(picture(display));
    this.#startPart();
    this.element.hidden = false;
  }

  /** Shows a line to type into; `answer` gets it, or null for the end of the input. The program itself prints what was typed. */
  ask(answer: (line: string | null) => void): void {
    this.flush();
    this.#clearStale();
    this.element.hidden = false;
    this.#input = new InputRow((line) => {
      this.#closeInput();
      answer(line);
    });
    this.element.append(this.#input.element);
    this.#input.focus();
  }

  /** The run is over. */
  end(result: RunResult): void {
    this.flush();
    this.#clearStale();
    this.#closeInput();
    if (result.result !== null) this.element.append(make("span", { class: "pg-result" }, `${result.result}\n`));
    if (result.error) this.element.append(this.#error(result.error.traceback));
    this.#settle();
  }

  /** The run failed through no fault of the learner's code: keep what there is. */
  abandon(): void {
    this.flush();
    this.#closeInput();
    this.#stale = false;
    this.#settle();
  }

  /** Back to the recorded output. */
  restore(): void {
    this.#clear();
    this.element.replaceChildren(...this.#recorded.map((node) => node.cloneNode(true)));
    this.#settle();
  }

  /** Shows a traceback alone, as for code that could not be checked. */
  showError(traceback: string): void {
    this.#clear();
    this.element.append(this.#error(traceback));
    this.#settle();
  }

  /** Empties the log. */
  clear(): void {
    this.#clear();
    this.#settle();
  }

  /** At every frame, but in a flood less often: nobody reads that fast, and drawing the tail is work. */
  #draw(): void {
    if (performance.now() - this.#tailDrawn < TAIL_MS) this.#frame = requestAnimationFrame(() => this.#draw());
    else this.flush();
  }

  /** Puts what came since the last frame into the page. */
  flush(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (!this.#pending.length) return;
    this.#clearStale();
    for (const { stream, text } of this.#pending) this.#lines.add(stream, text);
    this.#pending = [];
    this.element.hidden = false;
    this.#drawHead();
    if (this.#lines.tail.length) this.#drawTail();
    if (this.#input) this.element.append(this.#input.element);
    this.element.scrollTop = this.element.scrollHeight;
  }

  #drawHead(): void {
    const { head } = this.#lines;
    if (this.#headText && this.#headText.node.data !== this.#headText.piece.text) {
      this.#headText.node.data = this.#headText.piece.text;
    }
    const drawn = drawPieces(head.slice(this.#headDone));
    this.#headDone = head.length;
    this.element.append(...drawn.spans);
    const piece = head.at(-1);
    if (piece && drawn.last) this.#headText = { piece, node: drawn.last };
  }

  #drawTail(): void {
    if (!this.#tail) {
      this.#cut = make("div", { class: "pg-cut", hidden: true });
      this.#tail = make("span", { class: "pg-tail" });
      this.element.append(this.#cut, this.#tail);
    }
    this.#tail.replaceChildren(...drawPieces(this.#lines.tail).spans);
    this.#tailDrawn = performance.now();
    if (!this.#cut || !this.#lines.cut) return;
    this.#cut.hidden = false;
    this.#cut.textContent = strings.cell.cut(this.#lines.hidden);
    this.tools.hidden = false;
  }

  /** Text so far stays as it is; text to come is shown below what was just added, and counted afresh. */
  #startPart(): void {
    this.#lines = new OutputLines(this.#lines.text);
    this.#forgetDrawn();
  }

  #forgetDrawn(): void {
    this.#headDone = 0;
    this.#headText = null;
    this.#tail = null;
    this.#cut = null;
  }

  #error(traceback: string): HTMLElement {
    return make("span", { class: "pg-error" }, linkTraceback(`${traceback.trimEnd()}\n`, this.#options.onLine));
  }

  #closeInput(): void {
    this.#input?.remove();
    this.#input = null;
  }

  #clearStale(): void {
    if (this.#stale) this.#clear();
  }

  #clear(): void {
    this.#stale = false;
    this.element.replaceChildren();
    this.#lines = new OutputLines();
    this.#forgetDrawn();
    this.tools.hidden = true;
  }

  #settle(): void {
    this.element.hidden = this.element.childNodes.length === 0;
    this.element.style.minHeight = "";
  }
}

/** One span for every run of pieces of the same stream, and the text node of the last piece, which may still grow. */
function drawPieces(pieces: Piece[]): { spans: HTMLElement[]; last: Text | null } {
  const spans: HTMLElement[] = [];
  let last: Text | null = null;
  for (const [index, { stream, text }] of pieces.entries()) {
    const grows = index === pieces.length - 1;
    let span = spans.at(-1);
    if (span?.className !== `pg-${stream}`) spans.push((span = make("span", { class: `pg-${stream}` })));
    else if (last && !grows) {
      last.appendData(text);
      continue;
    }
    last = document.createTextNode(text);
    span.append(last);
  }
  return { spans, last };
}

function picture({ mime, data, alt }: Display): HTMLElement {
  if (mime === "text/plain") return make("span", { class: "pg-result" }, `${data}\n`);
  const encoded = mime === "image/png" ? `data:${mime};base64,${data}` : `data:${mime};charset=utf-8,${encodeURIComponent(data)}`;
  return make("span", { class: "pg-picture" }, make("img", { class: "pg-image", src: encoded, alt }));
}
