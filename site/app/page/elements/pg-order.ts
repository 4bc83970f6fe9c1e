/** `<pg-order>`: lines of a program to be put in order, by dragging or with buttons. */

import { button, make, onPress, setText } from "../dom";
import { icon } from "../icons";
import { strings } from "../strings";
import { PageElement } from "./page-element";

export class PgOrder extends PageElement {
  #list!: HTMLElement;
  #answer: HTMLElement | null = null;
  /** The rows as the page shows them first. */
  #rows: HTMLElement[] = [];
  /** Text of the lines in the right order. */
  #right: string[] = [];
  #dragged: HTMLElement | null = null;
  readonly #check = button(strings.order.check, "pg-check pg-primary", "check");
  readonly #verdict = make("span", { class: "pg-verdict", hidden: true });

  protected build(): void {
    this.#list = this.find(".pg-order-lines");
    this.#answer = this.querySelector<HTMLElement>(":scope > .pg-order-answer");
    this.#rows = [...this.#list.querySelectorAll<HTMLElement>(":scope > li")];
    const position = (row: HTMLElement) => Number(row.dataset["position"]);
    this.#right = [...this.#rows].sort((one, other) => position(one) - position(other)).map(codeOf);
    for (const row of this.#rows) this.#dress(row);
    this.#list.setAttribute("aria-label", strings.order.lines);
    this.#list.setAttribute("role", "list");
    this.#list.after(make("div", { class: "pg-toolbar" }, this.#check, this.#verdict));
    if (this.#answer) this.#answer.hidden = true;
    this.#takeAnswer();
    this.#name();
  }

  protected wire(signal: AbortSignal): void {
    onPress(this.#check, signal, () => this.#judge());
    this.#list.addEventListener("click", (event) => this.#press(event), { signal });
    this.#list.addEventListener("dragstart", (event) => this.#dragStart(event), { signal });
    this.#list.addEventListener("dragover", (event) => this.#dragOver(event), { signal });
    this.#list.addEventListener("drop", (event) => this.#drop(event), { signal });
    this.#list.addEventListener("dragend", () => this.#dragEnd(), { signal });
  }

  get #lines(): HTMLElement[] {
    return [...this.#list.children] as HTMLElement[];
  }

  #dress(row: HTMLElement): void {
    row.classList.add("pg-order-line");
    row.draggable = true;
    row.prepend(make("span", { class: "pg-grip", "aria-hidden": "true" }, "⠿"));
    row.append(make("span", { class: "pg-order-moves" }, moveButton("up"), moveButton("down")));
  }

  // ------------------------------------------------------------ moving

  #press(event: MouseEvent): void {
    const pressed = (event.target as Element).closest("button");
    const row = pressed?.closest<HTMLElement>(".pg-order-line");
    if (!pressed || !row || pressed.getAttribute("aria-disabled") === "true") return;
    const up = pressed.classList.contains("pg-up");
    if (up) row.previousElementSibling?.before(row);
    else row.nextElementSibling?.after(row);
    pressed.focus();
    this.#moved(row);
  }

  #dragStart(event: DragEvent): void {
    this.#dragged = (event.target as Element).closest<HTMLElement>(".pg-order-line");
    if (!this.#dragged || !event.dataTransfer) return;
    this.#dragged.dataset["dragging"] = "";
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", codeOf(this.#dragged));
  }

  #dragOver(event: DragEvent): void {
    const over = (event.target as Element).closest<HTMLElement>(".pg-order-line");
    if (!this.#dragged || !over) return;
    event.preventDefault();
    this.#clearDrop();
    if (over !== this.#dragged) over.dataset["drop"] = isUpperHalf(event, over) ? "before" : "after";
  }

  #drop(event: DragEvent): void {
    const over = (event.target as Element).closest<HTMLElement>(".pg-order-line");
    const row = this.#dragged;
    if (!row || !over) return;
    event.preventDefault();
    if (over === row) return;
    if (isUpperHalf(event, over)) over.before(row);
    else over.after(row);
    this.#moved(row);
  }

  #dragEnd(): void {
    this.#clearDrop();
    delete this.#dragged?.dataset["dragging"];
    this.#dragged = null;
  }

  #clearDrop(): void {
    for (const row of this.#lines) delete row.dataset["drop"];
  }

  #moved(row: HTMLElement): void {
    this.#reopen();
    this.#name();
    const lines = this.#lines;
    this.page.announcer.say(strings.order.moved(codeOf(row).trim(), lines.indexOf(row) + 1, lines.length));
  }

  /** Names the buttons by their line, and switches off the two that lead nowhere. */
  #name(): void {
    const lines = this.#lines;
    lines.forEach((row, index) => {
      for (const [name, edge] of [["up", 0], ["down", lines.length - 1]] as const) {
        const move = row.querySelector<HTMLElement>(`.pg-${name}`);
        move?.setAttribute("aria-label", `${strings.order[name]}: ${codeOf(row).trim()}`);
        move?.setAttribute("aria-disabled", String(index === edge));
      }
    });
  }

  // ------------------------------------------------------------ checking

  #reopen(): void {
    this.dataset["state"] = "unanswered";
    setText(this.#verdict, "");
    for (const row of this.#lines) delete row.dataset["mark"];
  }

  #judge(): void {
    const state = this.#showVerdict();
    const picked = this.#lines.map((row) => this.#rows.indexOf(row));
    this.page.store.set("answer", this.key, { state, picked });
    this.page.announcer.say(this.#verdict.textContent ?? "");
  }

  #showVerdict(): "right" | "wrong" {
    const lines = this.#lines;
    const firstWrong = lines.findIndex((row, index) => codeOf(row) !== this.#right[index]);
    const right = firstWrong === -1;
    lines.forEach((row, index) => {
      if (right || index < firstWrong) row.dataset["mark"] = "right";
      else if (index === firstWrong) row.dataset["mark"] = "wrong";
      else delete row.dataset["mark"];
    });
    this.dataset["state"] = right ? "right" : "wrong";
    this.#verdict.dataset["verdict"] = right ? "pass" : "fail";
    setText(this.#verdict, right ? strings.order.right : strings.order.wrong(firstWrong + 1));
    if (this.#answer) this.#answer.hidden = false;
    return right ? "right" : "wrong";
  }

  #takeAnswer(): void {
    const answer = this.page.store.get("answer", this.key);
    if (!answer || !isOrder(answer.picked, this.#rows.length)) return;
    this.#list.append(...answer.picked.flatMap((index) => this.#rows[index] ?? []));
    if (answer.state === "right") this.#showVerdict();
  }
}

const codeOf = (row: HTMLElement) => row.querySelector("code")?.textContent ?? "";

function moveButton(direction: "up" | "down"): HTMLElement {
  return make(
    "button",
    { type: "button", class: `pg-button pg-icon-button pg-${direction}`, title: strings.order[direction] },
    icon(direction),
  );
}

function isUpperHalf(event: DragEvent, row: HTMLElement): boolean {
  const { top, height } = row.getBoundingClientRect();
  return event.clientY < top + height / 2;
}

/** Whether `picked` holds every index once: the lesson may have changed since it was saved. */
function isOrder(picked: number[], length: number): boolean {
  return picked.length === length && new Set(picked).size === length && picked.every((index) => index >= 0 && index < length);
}
