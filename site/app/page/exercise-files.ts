/** The learner's files of an exercise: one code box each, with tabs when there are several. */

import { CodeBox, type CodeBoxOptions } from "./code-box";
import { make } from "./dom";
import { strings } from "./strings";

export class ExerciseFiles {
  /** Boxes and tabs, in the order of the page. */
  readonly elements: HTMLElement[];
  readonly #boxes = new Map<string, CodeBox>();
  readonly #tabs = new Map<string, HTMLButtonElement>();

  /**
   * @param host The exercise, with one `pre.pg-source` a file that is not inside a `<details>`.
   * @param names Names of the files, the first one opens.
   */
  constructor(host: HTMLElement, names: string[], options: Omit<CodeBoxOptions, "label" | "editable">) {
    const sources = [...host.querySelectorAll<HTMLElement>("pre.pg-source")].filter((pre) => !pre.closest("details"));
    names.forEach((name, index) => {
      const pre = sources[index];
      if (!pre) throw new Error(`#${host.id} has no code for ${name}; the page was built wrongly.`);
      this.#boxes.set(name, new CodeBox(pre, { ...options, label: strings.yourCode, editable: true }));
    });
    const boxes = [...this.#boxes.values()].map((box) => box.element);
    host.querySelectorAll(":scope > section.pg-file").forEach((section) => section.replaceWith(...section.childNodes));
    this.elements = names.length > 1 ? [this.#tabList(host.id), ...boxes] : boxes;
    if (names.length > 1) this.open(names[0] ?? "");
  }

  get main(): string {
    return [...this.#boxes.keys()][0] ?? "";
  }

  get all(): Record<string, string> {
    return Object.fromEntries([...this.#boxes].map(([name, box]) => [name, box.source]));
  }

  /** Files that the exercise doesn't have are left out. */
  set all(files: Record<string, string>) {
    for (const [name, text] of Object.entries(files)) {
      const box = this.#boxes.get(name);
      if (box) box.source = text.replace(/\n$/, "");
    }
  }

  get hasFocus(): boolean {
    return [...this.#boxes.values()].some((box) => box.hasFocus);
  }

  wire(signal: AbortSignal): void {
    for (const box of this.#boxes.values()) box.wire(signal);
    for (const [name, tab] of this.#tabs) {
      tab.addEventListener("click", () => this.open(name), { signal });
      tab.addEventListener("keydown", (event) => this.#tabKey(event, name), { signal });
    }
  }

  /** Brings the editor into every box, for colours in changed code. */
  load(): void {
    for (const box of this.#boxes.values()) void box.load();
  }

  /** Shows a file; unknown names change nothing. */
  open(name: string): void {
    if (!this.#boxes.has(name)) return;
    for (const [other, box] of this.#boxes) box.element.hidden = other !== name;
    for (const [other, tab] of this.#tabs) {
      tab.setAttribute("aria-selected", String(other === name));
      tab.tabIndex = other === name ? 0 : -1;
    }
  }

  /** Goes to a line that a traceback names. */
  focusLine(file: string, line: number): void {
    const box = this.#boxes.get(file) ?? (this.#boxes.size === 1 ? this.#boxes.get(this.main) : undefined);
    if (!box) return;
    if (this.#tabs.size) this.open(file);
    box.markLine(line);
    void box.focusLine(line);
  }

  unmark(): void {
    for (const box of this.#boxes.values()) box.markLine(null);
  }

  #tabList(id: string): HTMLElement {
    for (const [name, box] of this.#boxes) {
      box.element.id = `${id}-file-${this.#tabs.size}`;
      this.#tabs.set(
        name,
        make("button", { type: "button", class: "pg-tab", role: "tab", "aria-controls": box.element.id }, name),
      );
      box.element.setAttribute("role", "tabpanel");
      box.element.setAttribute("aria-label", name);
    }
    return make("div", { class: "pg-tabs", role: "tablist", "aria-label": strings.exercise.files }, ...this.#tabs.values());
  }

  #tabKey(event: KeyboardEvent, name: string): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const names = [...this.#tabs.keys()];
    const next = names[(names.indexOf(name) + step + names.length) % names.length] ?? name;
    this.open(next);
    this.#tabs.get(next)?.focus();
  }
}
