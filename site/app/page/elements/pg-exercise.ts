/** `<pg-exercise>`: a task, the learner's code, a check, hints, and a solution to compare with. */

import type { CheckReport, ExerciseOptions } from "../../protocol";
import { drawReport, verdict } from "../check-results";
import { Debounced } from "../debounce";
import { button, make, onPress, readOptions, setAvailable, setText } from "../dom";
import { ExerciseFiles } from "../exercise-files";
import { ExerciseRecord } from "../exercise-record";
import { HintPanel } from "../hint-panel";
import { InputLines } from "../input-lines";
import type { Running } from "../kernel";
import { askWhichCode } from "../other-tab";
import { type RunState, RunView } from "../run-view";
import { SolutionPanel } from "../solution-panel";
import { strings } from "../strings";
import { PageElement } from "./page-element";

const RUN_TIMEOUT_S = 30;

export class PgExercise extends PageElement {
  #options!: ExerciseOptions;
  #files!: ExerciseFiles;
  #record!: ExerciseRecord;
  #view!: RunView;
  #hints!: HintPanel;
  #solution!: SolutionPanel;
  #lines = new InputLines("");
  #checking: Running<CheckReport> | null = null;
  #checked: Promise<CheckReport> | null = null;
  readonly #save = new Debounced(400, () => this.#saveCode());
  readonly #buttons = {
    check: button(strings.exercise.check, "pg-check pg-primary", "check"),
    run: button(strings.cell.run, "pg-run", "run"),
    stop: button(strings.cell.stop, "pg-stop", "stop"),
    hint: button(strings.exercise.hint, "pg-hint", "hint"),
    reset: button(strings.cell.reset, "pg-reset", "reset"),
    solution: button(strings.exercise.solution, "pg-show-solution", "solution"),
  };
  readonly #edited = make("span", { class: "pg-edited", hidden: true }, strings.cell.edited);
  readonly #solvedMark = make("span", { class: "pg-solved-mark", hidden: true }, strings.exercise.solved);
  readonly #results = make("section", { class: "pg-results", "aria-label": strings.exercise.results, hidden: true });
  readonly #offer = make("p", { class: "pg-offer", hidden: true });

  /** Code of the file that opens first, without a final newline. */
  get source(): string {
    return this.#files.all[this.#files.main] ?? "";
  }

  set source(text: string) {
    this.files = { [this.#files.main]: text };
  }

  /** All files by name. Setting leaves files that are not named as they are. */
  get files(): Record<string, string> {
    return this.#files.all;
  }

  set files(files: Record<string, string>) {
    this.#files.all = files;
    this.#changed();
  }

  /** Checks the code and shows what came of it; a check under way is not begun twice. */
  check(): Promise<CheckReport> {
    this.#checked ??= this.#runCheck().finally(() => {
      this.#checked = null;
      this.#checking = null;
      this.#showBusy();
    });
    this.#showBusy();
    return this.#checked;
  }

  protected build(): void {
    this.#options = readOptions<ExerciseOptions>(this);
    const { id, starter, solution } = this.#options;
    this.#record = new ExerciseRecord(this.page.store, id, starter);
    this.#files = new ExerciseFiles(this, Object.keys(starter), {
      onChange: () => this.#changed(),
      onRun: () => this.#pressRun(),
      onMissing: () => this.page.notices.show({ text: strings.editorMissing, level: "warning" }),
    });
    this.#hints = new HintPanel(this.querySelector<HTMLElement>("details.pg-hints"));
    this.#solution = new SolutionPanel(this.find("details.pg-solution"), solution);
    this.#view = new RunView({
      page: this.page,
      output: null,
      name: id.replace("/", "-"),
      onState: (state) => this.#showRun(state),
      onWaiting: (waiting) => this.toggleAttribute("data-waiting", waiting),
      onLine: (file, line) => this.#files.focusLine(file, line),
    });
    this.#arrange();
    this.#takeRecord();
  }

  protected wire(signal: AbortSignal): void {
    const { check, run, stop, hint, reset, solution } = this.#buttons;
    this.#files.wire(signal);
    this.#view.output.wire(signal);
    this.#solution.wire(signal, () => solution.focus());
    onPress(check, signal, () => this.#pressCheck());
    onPress(run, signal, () => this.#pressRun());
    onPress(stop, signal, () => this.#stop());
    onPress(hint, signal, () => this.#nextHint());
    onPress(reset, signal, () => this.#reset());
    onPress(solution, signal, () => this.#askSolution());
    addEventListener("pagehide", () => this.#save.now(), { signal });
    signal.addEventListener("abort", () => this.#save.now());
    signal.addEventListener("abort", this.page.kernel.listen({ state: () => this.#offerLines() }));
    this.page.store.listen(({ kind, name, foreign }) => {
      if (foreign && kind === "exercise" && name === this.#options.id) this.#foreignChange();
    }, signal);
  }

  #arrange(): void {
    const { check, run, stop, hint, reset, solution } = this.#buttons;
    const toolbar = make(
      "div",
      { class: "pg-toolbar" },
      ...[check, run, stop, hint, reset, solution],
      this.#edited,
      this.#view.status,
    );
    this.append(
      ...this.#files.elements,
      this.#lines.element,
      toolbar,
      this.#offer,
      this.#results,
      this.#view.output.element,
      this.#view.output.tools,
      this.#view.note,
      this.#hints.element,
      this.#solution.element,
    );
    this.querySelector(".pg-exercise-head")?.append(this.#solvedMark);
    this.#showBusy();
  }

  #takeRecord(): void {
    const { code, solvedAt, hintsSeen } = this.#record.now;
    if (code) this.#files.all = code;
    this.#hints.show(hintsSeen);
    this.#solvedMark.hidden = solvedAt === null;
    if (solvedAt !== null) this.dataset["state"] = "solved";
    this.#showEdited();
    this.#showHintButton();
    this.#offerLines();
    if (this.hasAttribute("data-edited")) this.#files.load();
  }

  // ------------------------------------------------------------ check

  #pressCheck(): void {
    // Failures of ours are shown by #runCheck; there is nobody else to tell.
    this.check().catch((error: unknown) => console.error(error));
  }

  async #runCheck(): Promise<CheckReport> {
    const { id, data, check, timeoutS } = this.#options;
    const before = this.dataset["state"] ?? "unsolved";
    this.#save.now();
    this.#files.unmark();
    const files = this.files;
    this.dataset["state"] = "checking";
    setText(this.#view.status, strings.exercise.checking);
    try {
      this.#checking = this.page.kernel.check({ exercise: id, files, data, check, timeoutS });
      const report = await this.#checking.result;
      this.#show(report, files);
      return report;
    } catch (error) {
      this.dataset["state"] = before;
      this.#view.showFailure(error);
      throw error;
    } finally {
      setText(this.#view.status, "");
    }
  }

  #show(report: CheckReport, files: Record<string, string>): void {
    const solvedBefore = this.#record.now.solvedAt !== null;
    if (report.error?.name !== "Stopped") this.#record.addAttempt(files, report);
    const words = verdict(report);
    const celebration = solvedBefore ? strings.exercise.celebrationAgain : strings.exercise.celebration;
    this.#view.showNote("", "info");
    this.#view.output.clear();
    this.#results.replaceChildren(
      make("p", { class: "pg-verdict", "data-verdict": report.status }, words),
      ...(report.status === "pass" ? [make("p", { class: "pg-celebration" }, celebration)] : []),
      ...drawReport(report, (file, line) => this.#files.focusLine(file, line)),
    );
    this.#results.hidden = false;
    this.dataset["state"] = { pass: "solved", fail: "failed", error: "error" }[report.status];
    this.#solvedMark.hidden = this.#record.now.solvedAt === null;
    this.#announce(report, words);
  }

  #announce({ status, tests, error }: CheckReport, words: string): void {
    const failed = tests.find(({ outcome }) => outcome !== "passed");
    const more = error ? `${error.name}: ${error.message}` : failed ? strings.exercise.firstFailure(failed.title) : "";
    this.page.announcer.say(status === "pass" ? `${words} ${strings.exercise.solved}.` : `${words} ${more}`);
  }

  // ------------------------------------------------------------ run

  #pressRun(): void {
    if (this.#view.busy || this.#checking) return;
    // Failures of ours are shown by the view; there is nobody else to tell.
    this.#run().catch((error: unknown) => console.error(error));
  }

  async #run(): Promise<void> {
    this.#save.now();
    this.#files.unmark();
    this.#results.hidden = true;
    const { kernel } = this.page;
    const session = `exercise:${this.#options.id}`;
    const { [this.#files.main]: source = "", ...others } = this.files;
    const encoder = new TextEncoder();
    await Promise.all(Object.entries(others).map(([name, text]) => kernel.writeFile(name, encoder.encode(text))));
    // A program starts without the variables of its last run, so that none of them hides a mistake.
    if (kernel.state === "ready" || kernel.state === "busy") await kernel.reset(session);
    const stdin = kernel.canWait === false ? this.#lines.value : null;
    const { data } = this.#options;
    await this.#view.run({ source, filename: this.#files.main, session, stdin, files: data, timeoutS: RUN_TIMEOUT_S });
  }

  #stop(): void {
    this.#checking?.stop();
    this.#view.stop();
  }

  #showRun(state: RunState): void {
    this.toggleAttribute("data-running", state === "queued" || state === "running");
    this.#showBusy();
  }

  #showBusy(): void {
    const busy = this.#checking !== null || this.#checked !== null || this.hasAttribute("data-running");
    const { check, run, stop } = this.#buttons;
    setAvailable(check, !busy);
    setAvailable(run, !busy);
    setAvailable(stop, busy);
  }

  // ------------------------------------------------------------ hints and solution

  #nextHint(): void {
    const title = this.#hints.show(this.#hints.shown + 1);
    this.#record.update({ hintsSeen: this.#hints.shown });
    this.#showHintButton();
    const text = this.#hints.element.lastElementChild?.textContent ?? title;
    this.page.announcer.say(text);
  }

  #showHintButton(): void {
    const { hint } = this.#buttons;
    const left = this.#hints.total - this.#hints.shown;
    setAvailable(hint, left > 0);
    hint.title = this.#hints.total === 0 ? strings.exercise.noHints : left === 0 ? strings.exercise.noMoreHints : "";
  }

  #askSolution(): void {
    if (this.#record.solutionOffered(this.#hints.total)) return this.#showSolution();
    const insist = button(strings.exercise.insist, "pg-insist");
    const keep = button(strings.exercise.keepTrying, "pg-keep-trying pg-quiet");
    insist.addEventListener("click", () => this.#showSolution());
    keep.addEventListener("click", () => {
      this.#offer.hidden = true;
      this.#buttons.solution.focus();
    });
    const text = strings.exercise.offer(this.#record.attemptsLeft, this.#hints.total - this.#hints.shown);
    this.#offer.replaceChildren(make("span", {}, text), " ", insist, keep);
    this.#offer.hidden = false;
    this.page.announcer.say(text);
  }

  #showSolution(): void {
    this.#offer.hidden = true;
    this.#record.update({ solutionSeen: true });
    this.#solution.show(this.files).catch((error: unknown) => console.error(error)); // ours is shown, only the diff is missing
  }

  // ------------------------------------------------------------ code

  #changed(): void {
    this.#showEdited();
    this.#offerLines();
    this.#save.soon();
  }

  #showEdited(): void {
    const { starter } = this.#options;
    const edited = Object.entries(this.files).some(([name, text]) => text !== (starter[name] ?? "").replace(/\n$/, ""));
    this.toggleAttribute("data-edited", edited);
    this.#edited.hidden = !edited;
  }

  #offerLines(): void {
    this.#lines.offer(this.page.kernel.canWait === false && this.#lines.wanted(this.source));
  }

  #reset(): void {
    this.#stop();
    this.#save.cancel();
    this.#files.all = this.#options.starter;
    this.#files.unmark();
    this.#results.hidden = true;
    this.#view.restore();
    this.#offer.hidden = true;
    this.dataset["state"] = this.#record.now.solvedAt === null ? "unsolved" : "solved";
    this.#showEdited();
    this.#record.update({ code: null });
    this.page.announcer.say(strings.exercise.resetDone);
  }

  #saveCode(): void {
    this.#record.update({ code: this.hasAttribute("data-edited") ? this.files : null });
  }

  /** Another tab worked on this exercise: take its code where nothing is lost, else ask. */
  #foreignChange(): void {
    const { code, hintsSeen, solvedAt } = this.#record.now;
    this.#hints.show(hintsSeen);
    this.#showHintButton();
    this.#solvedMark.hidden = solvedAt === null;
    const theirs = code ?? this.#options.starter;
    const useOther = () => {
      this.#files.all = theirs;
      this.#showEdited();
    };
    if (!this.#save.pending && !this.#files.hasFocus) return useOther();
    if (Object.entries(theirs).every(([name, text]) => this.files[name] === text.replace(/\n$/, ""))) return;
    this.#save.cancel();
    askWhichCode(this.#view, { useOther, keepMine: () => this.#saveCode() });
    this.page.announcer.say(strings.cell.otherTab);
  }
}
