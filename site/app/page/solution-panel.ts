/** Our solution of an exercise, with what differs from the learner's code. */

import { button, make, onPress } from "./dom";
import { strings } from "./strings";

export class SolutionPanel {
  readonly element = make("section", {
    class: "pg-solution-panel",
    "aria-label": strings.exercise.solution,
    tabindex: "-1",
    hidden: true,
  });
  readonly #close = button(strings.exercise.closeSolution, "pg-close-solution pg-quiet");
  readonly #difference = make("div");
  readonly #solution: Record<string, string>;

  /** @param details The solution as the build wrote it, with its colours; taken out of the page. */
  constructor(details: HTMLElement, solution: Record<string, string>) {
    this.#solution = solution;
    details.querySelector("summary")?.remove();
    this.element.append(
      make("p", { class: "pg-panel-title" }, strings.exercise.ourSolution),
      ...details.childNodes,
      this.#difference,
      this.#close,
    );
    details.remove();
  }

  get open(): boolean {
    return !this.element.hidden;
  }

  /** @param onClose Called after the panel is closed, to take the focus back. */
  wire(signal: AbortSignal, onClose: () => void): void {
    onPress(this.#close, signal, () => {
      this.element.hidden = true;
      onClose();
    });
  }

  /** Shows it, compared with the learner's files, and moves the focus to it. */
  async show(files: Record<string, string>): Promise<void> {
    this.element.hidden = false;
    this.element.focus();
    const { drawDiff } = await import("./diff-view");
    const several = Object.keys(this.#solution).length > 1;
    const parts = Object.entries(this.#solution).flatMap(([name, ours]) => {
      const difference = drawDiff(files[name] ?? "", ours);
      const title = several ? `${strings.exercise.difference}: ${name}` : strings.exercise.difference;
      const words = difference ? title : strings.exercise.same;
      return [make("p", { class: "pg-panel-title" }, words), ...(difference ? [difference] : [])];
    });
    this.#difference.replaceChildren(...parts);
  }
}
