/** `<pg-quiz>`: choices, each with its own explanation after the check. */

import { button, make, onPress, setAvailable, setText } from "../dom";
import { strings } from "../strings";
import { PageElement } from "./page-element";

interface Choice {
  right: boolean;
  row: HTMLElement;
  input: HTMLInputElement;
  verdict: HTMLElement;
  why: HTMLElement;
}

export class PgQuiz extends PageElement {
  #choices: Choice[] = [];
  readonly #check = button(strings.quiz.check, "pg-check pg-primary", "check");
  readonly #again = button(strings.quiz.again, "pg-again", "reset");
  readonly #verdict = make("span", { class: "pg-verdict", hidden: true });

  /** Chooses and checks, as a learner would. @param indexes Choices, counted from 0. */
  answer(indexes: number[]): void {
    this.#pick(indexes);
    this.#judge();
  }

  protected build(): void {
    const several = this.dataset["kind"] === "multiple";
    const texts = [...this.querySelectorAll<HTMLElement>(":scope > .pg-quiz-choices > li")];
    const whys = [...this.querySelectorAll<HTMLElement>(":scope > .pg-quiz-answers > ol > li")];
    this.#choices = texts.map((text, index) => this.#choice(text, whys[index], several));
    const legend = several ? strings.quiz.chooseMany : strings.quiz.chooseOne;
    const group = make(
      "fieldset",
      { class: "pg-choices" },
      make("legend", { class: "pg-choices-legend" }, legend),
      ...this.#choices.map(({ row }) => row),
    );
    this.find(".pg-quiz-choices").replaceWith(group);
    this.querySelector(":scope > .pg-quiz-answers")?.remove();
    group.after(make("div", { class: "pg-toolbar" }, this.#check, this.#again, this.#verdict));
    this.#open();
    this.#takeAnswer();
  }

  protected wire(signal: AbortSignal): void {
    onPress(this.#check, signal, () => this.#pressCheck());
    onPress(this.#again, signal, () => {
      this.#open();
      this.#choices[0]?.input.focus();
    });
    this.addEventListener("change", () => this.#showPicked(), { signal });
  }

  #choice(text: HTMLElement, why: HTMLElement | undefined, several: boolean): Choice {
    const input = make("input", {
      class: "pg-choice-input",
      type: several ? "checkbox" : "radio",
      name: `${this.id}-choice`,
    });
    const verdict = make("span", { class: "pg-choice-verdict", hidden: true });
    const explanation = make("div", { class: "pg-choice-why", hidden: true }, ...(why?.childNodes ?? []));
    const words = make("span", { class: "pg-choice-text" }, ...text.childNodes);
    const row = make(
      "div",
      { class: "pg-choice", "data-picked": "no" },
      make("label", { class: "pg-choice-label" }, input, words),
      verdict,
      explanation,
    );
    return { right: text.dataset["right"] === "yes", row, input, verdict, why: explanation };
  }

  /** Ready for an answer; the last one stays chosen in the boxes. */
  #open(): void {
    this.dataset["state"] = "unanswered";
    for (const { row, input, verdict, why } of this.#choices) {
      delete row.dataset["verdict"];
      input.disabled = false;
      verdict.hidden = true;
      why.hidden = true;
    }
    setText(this.#verdict, "");
    this.#again.hidden = true;
    this.#check.hidden = false;
    this.#showPicked();
  }

  #pick(indexes: number[]): void {
    this.#choices.forEach(({ input }, index) => {
      input.checked = indexes.includes(index);
    });
    this.#showPicked();
  }

  #showPicked(): void {
    for (const { row, input } of this.#choices) row.dataset["picked"] = input.checked ? "yes" : "no";
    setAvailable(this.#check, true);
  }

  #pressCheck(): void {
    if (!this.#choices.some(({ input }) => input.checked)) {
      setText(this.#verdict, strings.quiz.chooseFirst);
      this.page.announcer.say(strings.quiz.chooseFirst);
      return;
    }
    this.#judge();
    if (!this.#again.hidden) this.#again.focus();
  }

  #judge(): void {
    const state = this.#showVerdicts();
    const picked = this.#choices.flatMap(({ input }, index) => (input.checked ? [index] : []));
    this.page.store.set("answer", this.key, { state, picked });
    const why = this.#choices.filter(({ input }) => input.checked).map((choice) => choice.why.textContent?.trim());
    this.page.announcer.say([strings.quiz[state], ...why].join(" "));
  }

  #showVerdicts(): "right" | "wrong" {
    const right = this.#choices.every((choice) => choice.input.checked === choice.right);
    const state = right ? "right" : "wrong";
    for (const choice of this.#choices) this.#showVerdict(choice, right);
    this.dataset["state"] = state;
    this.#verdict.dataset["verdict"] = right ? "pass" : "fail";
    setText(this.#verdict, strings.quiz[state]);
    this.#check.hidden = true;
    this.#again.hidden = false;
    return state;
  }

  /** After a wrong answer only the chosen ones are explained: the rest is still to be found. */
  #showVerdict({ right, row, input, verdict, why }: Choice, solved: boolean): void {
    input.disabled = true;
    why.hidden = !solved && !input.checked;
    const kind = input.checked ? (right ? "right" : "wrong") : null;
    if (!kind) return;
    row.dataset["verdict"] = kind;
    setText(verdict, strings.quiz.verdict[kind]);
  }

  #takeAnswer(): void {
    const answer = this.page.store.get("answer", this.key);
    if (!answer) return;
    this.#pick(answer.picked);
    if (answer.state === "right") this.#showVerdicts();
  }
}
