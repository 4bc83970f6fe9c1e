/** `<pg-cell>`: an example to run and to change. Sends the event `pg-ran` when a run has ended. */

import type { CellOptions, RunResult } from "../../protocol";
import { CodeBox } from "../code-box";
import { Debounced } from "../debounce";
import { button, make, onPress, readOptions, setAvailable } from "../dom";
import { InputLines } from "../input-lines";
import { askWhichCode } from "../other-tab";
import { RunLedger, type Step } from "../run-ledger";
import { errorLine, type RunState, RunView } from "../run-view";
import { strings } from "../strings";
import { cellOfFile } from "../traceback";
import { PageElement } from "./page-element";

/** What ran on this page, common to all of its cells. */
const ledger = new RunLedger();

export class PgCell extends PageElement implements Step {
  #options!: CellOptions;
  #original = "";
  #box!: CodeBox;
  #view!: RunView;
  #lines!: InputLines;
  #stdin: string | null = null;
  #stdinSet = false;
  /** The run under way, with what has to run first. */
  #going: Promise<RunResult> | null = null;
  /** The cell that runs first, while it does. */
  #first: PgCell | null = null;
  #stopAsked = false;
  readonly #draft = new Debounced(400, () => this.#saveDraft());
  readonly #buttons = {
    run: button(strings.cell.run, "pg-run pg-primary", "run"),
    stop: button(strings.cell.stop, "pg-stop", "stop"),
    reset: button(strings.cell.reset, "pg-reset", "reset"),
    copy: button(strings.cell.copy, "pg-copy pg-quiet", "copy"),
  };
  readonly #edited = make("span", { class: "pg-edited", hidden: true }, strings.cell.edited);
  readonly #ranFirst = make("p", { class: "pg-ran-first", hidden: true });

  get needs(): string[] {
    return this.#options.after;
  }

  /** The code as it stands, without a final newline. */
  get source(): string {
    return this.#box.source;
  }

  set source(text: string) {
    this.#box.source = text.replace(/\n$/, "");
    this.#changed();
  }

  /** Lines that are fed to `input()`; null lets the program ask. Starts as what the lesson gives. */
  get stdin(): string | null {
    return this.#stdin;
  }

  set stdin(text: string | null) {
    this.#stdin = text;
    this.#stdinSet = true;
    this.#lines.value = text ?? "";
  }

  /**
   * Runs the cell, after those it builds on where they have not run yet; their result is given if one fails.
   * `input()` gets the lines of `stdin`.
   */
  run(): Promise<RunResult> {
    return this.#begin(this.#stdin);
  }

  /** Ends the run as Ctrl-C would. Does nothing when none is under way. */
  stop(): void {
    if (!this.#going) return;
    this.#stopAsked = true;
    if (this.#first) this.#first.stop();
    else this.#view.stop();
  }

  /** Brings back the original code and output. */
  reset(): void {
    this.stop();
    this.#draft.cancel();
    this.#box.source = this.#original;
    this.#box.markLine(null);
    this.#view.restore();
    this.#ranFirst.hidden = true;
    this.#showEdited();
    this.dataset["state"] = "static";
    delete this.dataset["fresh"];
    ledger.forget(this.id);
    this.page.store.delete("draft", this.key);
    this.#forgetVariables();
  }

  /** Moves the caret to a line of the code, counted from 1. */
  focusLine(line: number): void {
    this.#box.markLine(line);
    void this.#box.focusLine(line);
  }

  /** Fills the box as if the learner had typed it, but keeps no draft until they do. */
  preview(source: string): void {
    this.#draft.now();
    this.#box.source = source;
    this.#showEdited();
    void this.#box.load(); // changed code has no colours before the editor is there
  }

  protected build(): void {
    this.#options = readOptions<CellOptions>(this);
    this.#stdin = this.#options.stdin;
    this.#box = new CodeBox(this.find("pre.pg-source"), {
      label: strings.code,
      editable: this.#options.editable,
      onChange: () => this.#changed(),
      onRun: () => this.#pressRun(),
      onMissing: () => this.page.notices.show({ text: strings.editorMissing, level: "warning" }),
    });
    this.#original = this.#box.source;
    this.#view = new RunView({
      page: this.page,
      output: this.querySelector<HTMLElement>(".pg-output"),
      name: this.id,
      onState: (state) => this.#showState(state),
      onWaiting: (waiting) => this.toggleAttribute("data-waiting", waiting),
      onLine: (file, line) => goToLine(file, line),
    });
    this.#lines = new InputLines(this.#options.stdin ?? "");
    this.#arrange();
    this.#takeDraft();
    this.#offerLines();
  }

  protected wire(signal: AbortSignal): void {
    const { run, stop, reset, copy } = this.#buttons;
    this.#box.wire(signal);
    this.#view.output.wire(signal);
    onPress(run, signal, () => this.#pressRun());
    onPress(stop, signal, () => this.stop());
    onPress(reset, signal, () => this.#pressReset());
    onPress(copy, signal, () => void this.#copy());
    addEventListener("pagehide", () => this.#draft.now(), { signal });
    signal.addEventListener("abort", () => this.#draft.now());
    signal.addEventListener("abort", this.page.kernel.listen({ state: () => this.#offerLines() }));
    this.page.store.listen(({ kind, name, foreign }) => {
      if (foreign && kind === "draft" && name === this.key) this.#foreignDraft();
    }, signal);
  }

  #arrange(): void {
    const { run, stop, reset, copy } = this.#buttons;
    // A prediction comes first here: the output shows after a run.
    this.querySelector(":scope > details.pg-recorded")?.remove();
    const toolbar = make("div", { class: "pg-toolbar" }, run, stop, reset, copy, this.#edited, this.#view.status);
    this.#box.element.after(
      this.#lines.element,
      toolbar,
      this.#ranFirst,
      this.#view.output.element,
      this.#view.output.tools,
      this.#view.note,
    );
    setAvailable(stop, false);
    if (!this.#options.editable) reset.hidden = true;
    this.#showEdited();
  }

  // ------------------------------------------------------------ running

  #pressRun(): void {
    if (this.#going) return;
    const asks = this.page.kernel.canWait !== false;
    const stdin = this.#stdinSet ? this.#stdin : asks ? null : this.#lines.value;
    // Failures of ours are shown by the view; there is nobody else to tell.
    this.#begin(stdin).catch((error: unknown) => console.error(error));
  }

  #begin(stdin: string | null): Promise<RunResult> {
    this.#going ??= this.#runAll(stdin).finally(() => {
      this.#going = null;
    });
    return this.#going;
  }

  async #runAll(stdin: string | null): Promise<RunResult> {
    this.#draft.now();
    this.#stopAsked = false;
    this.#ranFirst.hidden = true;
    this.#box.markLine(null);
    const before = await this.#runBefore();
    if (before) return before;
    return this.#runAlone(stdin);
  }

  /** Runs what has to run first. Gives a result only when this cell must not run any more. */
  async #runBefore(): Promise<RunResult | null> {
    const due = ledger.before<PgCell>(this, this.page.kernel.life, findCell);
    if (!due.length) return null;
    this.#showState("queued");
    for (const cell of due) {
      this.#first = cell;
      const result = await (cell.#going ?? cell.#alone()).finally(() => {
        this.#first = null;
      });
      if (result.status === "stopped" || this.#stopAsked) return this.#endedBefore(cell, { ...result, status: "stopped" });
      if (result.error && !cell.#options.raises) return this.#endedBefore(cell, result);
    }
    this.#sayRanFirst(due);
    return null;
  }

  /** As the cell's own run, without what comes before it. */
  #alone(): Promise<RunResult> {
    this.#stopAsked = false;
    this.#going = this.#runAlone(this.#stdin).finally(() => {
      this.#going = null;
    });
    return this.#going;
  }

  async #runAlone(stdin: string | null): Promise<RunResult> {
    const { kernel } = this.page;
    const source = this.source;
    this.dataset["fresh"] = "";
    const { session, files, timeoutS } = this.#options;
    const result = await this.#view.run({ source, filename: `<cell ${this.id}>`, session, stdin, files, timeoutS });
    if (result.status === "stopped") ledger.forget(this.id);
    else ledger.note(this.id, source, kernel.life);
    this.#box.markLine(result.error ? errorLine(result) : null);
    this.dispatchEvent(new CustomEvent("pg-ran"));
    return result;
  }

  #endedBefore(cell: PgCell, result: RunResult): RunResult {
    const link = make("a", { href: `#${cell.id}` }, cell.id);
    if (result.status === "stopped") this.#view.showNote(strings.cell.stoppedEarly, "stopped");
    else this.#view.showNote(strings.cell.ranFirstFailed(cell.id), "error", link);
    this.#showState(result.status);
    return result;
  }

  #sayRanFirst(cells: PgCell[]): void {
    const links = cells.flatMap((cell, index) => [index ? ", " : "", make("a", { href: `#${cell.id}` }, cell.id)]);
    this.#ranFirst.replaceChildren(strings.cell.ranFirst, ...links);
    this.#ranFirst.hidden = false;
  }

  #showState(state: RunState): void {
    const going = state === "queued" || state === "running";
    this.dataset["state"] = state;
    setAvailable(this.#buttons.run, !going);
    setAvailable(this.#buttons.stop, going);
  }

  // ------------------------------------------------------------ code

  #changed(): void {
    this.#showEdited();
    this.#offerLines();
    this.#draft.soon();
  }

  #showEdited(): void {
    const edited = this.source !== this.#original;
    this.toggleAttribute("data-edited", edited);
    this.#edited.hidden = !edited;
  }

  #offerLines(): void {
    this.#lines.offer(this.page.kernel.canWait === false && this.#lines.wanted(this.source));
  }

  #pressReset(): void {
    this.reset();
    this.page.announcer.say(strings.cell.resetDone);
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(`${this.source}\n`);
      this.page.announcer.say(strings.cell.copied);
      this.#buttons.copy.dataset["done"] = "";
      setTimeout(() => delete this.#buttons.copy.dataset["done"], 1500);
    } catch {
      // The browser or the learner refuses the clipboard.
      this.page.notices.show({ text: strings.cell.copyFailed, level: "warning" });
    }
  }

  /** A session of this cell's own starts afresh with it; one that is shared belongs to the other cells, too. */
  #forgetVariables(): void {
    const { session } = this.#options;
    const others = [...document.querySelectorAll<PgCell>("pg-cell")].filter((cell) => cell !== this);
    const started = ["ready", "busy"].includes(this.page.kernel.state);
    if (!started || others.some((cell) => cell.#options?.session === session)) return;
    this.page.kernel.reset(session).catch((error: unknown) => console.error(error));
  }

  // ------------------------------------------------------------ drafts

  #saveDraft(): void {
    if (this.source === this.#original) this.page.store.delete("draft", this.key);
    else this.page.store.set("draft", this.key, this.source);
  }

  #takeDraft(): void {
    const draft = this.page.store.get("draft", this.key);
    if (draft === null || !this.#options.editable) return;
    this.#box.source = draft;
    this.#showEdited();
    void this.#box.load(); // changed code has no colours before the editor is there
  }

  /** Another tab changed this code: take it where nothing is lost, else ask. */
  #foreignDraft(): void {
    const theirs = this.page.store.get("draft", this.key) ?? this.#original;
    if (theirs === this.source) return;
    const useOther = () => {
      this.#box.source = theirs;
      this.#showEdited();
    };
    if (!this.#draft.pending && !this.#box.hasFocus) return useOther();
    this.#draft.cancel();
    askWhichCode(this.#view, { useOther, keepMine: () => this.#saveDraft() });
    this.page.announcer.say(strings.cell.otherTab);
  }
}

function findCell(id: string): PgCell {
  const cell = document.getElementById(id);
  if (!(cell instanceof PgCell)) throw new Error(`There is no cell ${id} on this page; it was built wrongly.`);
  return cell;
}

/** Goes to a line that a traceback names, in whichever cell it is. */
function goToLine(file: string, line: number): void {
  const cell = document.getElementById(cellOfFile(file));
  if (cell instanceof PgCell) cell.focusLine(line);
}
