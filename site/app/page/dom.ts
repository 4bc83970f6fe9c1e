/** Making elements. Text is always set as text, never parsed as HTML. */

import { type Icon, icon } from "./icons";

export type Child = Node | string | null | undefined | false;

/** Creates an element; attributes that are `true` are set empty, `false` ones left out. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | boolean> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child): child is Node | string => Boolean(child) || child === ""));
  return node;
}

/** Words with code between backticks, as tests and hints write it. */
export function withCode(text: string): Node[] {
  return text
    .split(/`([^`\n]+)`/)
    .map((part, index) => (index % 2 ? make("code", {}, part) : document.createTextNode(part)))
    .filter((node) => node.textContent !== "");
}

/** A button with a picture and its text; `classes` starts with the button's own name, as `pg-run`. */
export function button(text: string, classes: string, picture?: Icon): HTMLButtonElement {
  return make(
    "button",
    { type: "button", class: `pg-button ${classes}` },
    picture && icon(picture),
    make("span", { class: "pg-button-text" }, text),
  );
}

/** Switches a button off without taking the focus from it, as `disabled` would. */
export function setAvailable(target: HTMLButtonElement, available: boolean): void {
  if (available) target.removeAttribute("aria-disabled");
  else target.setAttribute("aria-disabled", "true");
}

/** Calls `action` on a press, unless the button is switched off. */
export function onPress(target: HTMLButtonElement, signal: AbortSignal, action: () => void): void {
  target.addEventListener(
    "click",
    () => {
      if (target.getAttribute("aria-disabled") !== "true") action();
    },
    { signal },
  );
}

/** Shows `text` in `target`, or hides it when there is none. */
export function setText(target: HTMLElement, text: string): void {
  target.textContent = text;
  target.hidden = text === "";
}

/** The JSON of the `<script class="pg-options">` inside an element. */
export function readOptions<Options>(host: HTMLElement): Options {
  const script = host.querySelector(":scope > script.pg-options");
  if (!script?.textContent) throw new Error(`#${host.id} has no options; the page was built wrongly.`);
  return JSON.parse(script.textContent) as Options;
}

/** Offers `data` as a file. */
export function download(name: string, data: BlobPart, type = "text/plain;charset=utf-8"): void {
  const url = URL.createObjectURL(new Blob([data], { type }));
  make("a", { href: url, download: name }).click();
  // The browser reads the address after this turn; a second is far more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Resolves at the next time the browser has nothing better to do, at the latest after `timeoutMs`. */
export function whenIdle(timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => resolve(), { timeout: timeoutMs });
    else setTimeout(resolve, Math.min(timeoutMs, 200));
  });
}
