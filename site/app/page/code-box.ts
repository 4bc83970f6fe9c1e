/**
 * The code of a cell or exercise: at first the page's own `<pre>`, made editable; from the first focus on an editor.
 *
 * The editor's code is a chunk of its own that is loaded then. Whatever was typed while it loaded, and the
 * selection, are handed over in one turn, so that no key is lost.
 */

import { make, whenIdle } from "./dom";
import type { Editor } from "./editor";
import { plainText, replaceSelection, selectionIn } from "./plain-text";
import { strings } from "./strings";

export interface CodeBoxOptions {
  /** Accessible name of the textbox. */
  label: string;
  editable: boolean;
  /** Called after every change by the learner, not after `source` was set. */
  onChange(source: string): void;
  /** Control Enter, Command Enter or Shift Enter. */
  onRun(): void;
  /** The editor's chunk could not be loaded. */
  onMissing(): void;
}

/** A busy page must not keep code colourless for longer. Milliseconds. */
const IDLE_MS = 2000;

export class CodeBox {
  /** The wrapper with gutter and box. */
  readonly element: HTMLElement;
  readonly #gutter = make("div", { class: "pg-gutter", "aria-hidden": "true" });
  readonly #pre: HTMLElement;
  /** Original children of the pre, for a reset before the editor is there. */
  readonly #original: Node[];
  readonly #originalSource: string;
  readonly #options: CodeBoxOptions;
  #editor: Editor | null = null;
  #loading: Promise<void> | null = null;
  #composing = false;
  #lines = 0;

  /** Takes the place of `pre` in the page. */
  constructor(pre: HTMLElement, options: CodeBoxOptions) {
    this.#pre = pre;
    this.#options = options;
    this.#original = [...pre.childNodes].map((node) => node.cloneNode(true));
    this.#originalSource = plainText(pre);
    this.element = make("div", { class: "pg-code" }, this.#gutter);
    pre.replaceWith(this.element);
    this.element.append(pre);
    this.#describePre();
    this.#countLines();
  }

  get source(): string {
    return this.#editor ? this.#editor.source : plainText(this.#pre);
  }

  set source(text: string) {
    if (text === this.source) return;
    if (this.#editor) this.#editor.source = text;
    else if (text === this.#originalSource) this.#pre.replaceChildren(...this.#original.map((node) => node.cloneNode(true)));
    else {
      this.#pre.replaceChildren(make("code", {}, `${text}\n`));
      // Only the editor can colour code that the build has not seen.
      if (this.#options.editable) void whenIdle(IDLE_MS).then(() => this.load());
    }
    this.#countLines();
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  wire(signal: AbortSignal): void {
    const pre = this.#pre;
    if (!this.#options.editable) return;
    pre.addEventListener("focus", () => void this.load(), { signal });
    pre.addEventListener("input", () => this.#changed(), { signal });
    pre.addEventListener("beforeinput", (event) => this.#typeOver(event), { signal });
    pre.addEventListener("keydown", (event) => this.#key(event), { signal });
    pre.addEventListener("compositionstart", () => (this.#composing = true), { signal });
    pre.addEventListener("compositionend", () => (this.#composing = false), { signal });
  }

  /** Brings the editor in now; resolves when it is there or when that failed, which was then told. */
  load(): Promise<void> {
    this.#loading ??= this.#takeOver().catch((error: unknown) => {
      this.#loading = null;
      console.error(error);
      this.#options.onMissing();
    });
    return this.#loading;
  }

  /** Moves the caret to a line, counted from 1, and the focus with it. */
  async focusLine(line: number): Promise<void> {
    if (!this.#options.editable) {
      this.element.scrollIntoView({ block: "nearest" });
      return;
    }
    await this.load();
    if (this.#editor) this.#editor.focusLine(line);
    else this.#pre.focus();
  }

  /** Marks the line of the last error, or takes the mark away. */
  markLine(line: number | null): void {
    this.#editor?.markLine(line);
  }

  async #takeOver(): Promise<void> {
    const { openEditor } = await import("./editor");
    while (this.#composing) {
      await new Promise((resolve) => this.#pre.addEventListener("compositionend", resolve, { once: true }));
      await Promise.resolve();
    }
    const focused = this.#pre.contains(document.activeElement);
    const { label, onRun } = this.#options;
    this.#editor = openEditor({
      label,
      help: strings.editorHelp,
      original: this.#originalSource,
      source: plainText(this.#pre),
      selection: selectionIn(this.#pre),
      onChange: () => this.#changed(),
      onRun,
    });
    this.#pre.replaceWith(this.#editor.dom);
    this.#editor.shown(focused);
  }

  #changed(): void {
    this.#countLines();
    this.#options.onChange(this.source);
  }

  /** Keys of the time before the editor is there. */
  #key(event: KeyboardEvent): void {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      this.#options.onRun();
    } else if (event.key === "Tab" && !event.shiftKey && this.#loading && !this.#editor) {
      event.preventDefault();
      document.execCommand("insertText", false, "    ");
    }
  }

  /** As in the editor: Chromium would put the look of what is replaced into an inline style. */
  #typeOver(event: InputEvent): void {
    const selection = document.getSelection();
    if (event.inputType !== "insertText" || !event.data || !selection || selection.isCollapsed || this.#composing) return;
    event.preventDefault();
    replaceSelection(selection, event.data);
    this.#changed();
  }

  #describePre(): void {
    const pre = this.#pre;
    pre.tabIndex = 0;
    pre.spellcheck = false;
    pre.setAttribute("aria-label", this.#options.label);
    if (!this.#options.editable) {
      pre.setAttribute("role", "region");
      return;
    }
    pre.setAttribute("role", "textbox");
    pre.setAttribute("aria-multiline", "true");
    pre.setAttribute("aria-description", strings.editorHelp);
    pre.setAttribute("contenteditable", "plaintext-only");
    pre.setAttribute("autocapitalize", "off");
    pre.setAttribute("autocorrect", "off");
    pre.setAttribute("translate", "no");
  }

  #countLines(): void {
    const lines = this.source.split("\n").length;
    if (lines === this.#lines) return;
    this.#lines = lines;
    this.element.dataset["lines"] = String(lines);
    this.#gutter.textContent = Array.from({ length: lines }, (_, index) => index + 1).join("\n");
  }
}
