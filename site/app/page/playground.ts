/** What the playground page has besides its cell: sharing, downloading, files. */

import { button, download, make, onPress, setText } from "./dom";
import type { PgCell } from "./elements/pg-cell";
import { FilesPanel } from "./files-panel";
import type { Page } from "./page";
import { carriesCode, fromFragment, toFragment } from "./share";
import { strings } from "./strings";

const words = strings.playground;

/** Completes the playground around its cell. */
export function openPlayground(cell: PgCell, page: Page): void {
  // The tools live as long as the page does.
  const { signal } = new AbortController();
  const tools = new Tools(cell, page, signal);
  const files = new FilesPanel(page, signal);
  cell.after(tools.element, tools.panel, files.element);
  const refresh = () => void files.refresh();
  void page.kernel.ready.then(refresh);
  cell.addEventListener("pg-ran", refresh, { signal });
  void tools.takeShared();
  addEventListener("hashchange", () => void tools.takeShared(), { signal });
}

class Tools {
  readonly element: HTMLElement;
  /** The link, once there is one. */
  readonly panel: HTMLElement;
  readonly #cell: PgCell;
  readonly #page: Page;
  readonly #note = make("span", { class: "pg-run-note", role: "status", hidden: true });
  readonly #link = make("input", { class: "pg-input", type: "text", readonly: true });

  constructor(cell: PgCell, page: Page, signal: AbortSignal) {
    this.#cell = cell;
    this.#page = page;
    const share = button(words.share, "pg-share", "share");
    const save = button(words.download, "pg-download-code", "download");
    const copy = button(strings.cell.copy, "pg-copy pg-quiet", "copy");
    this.element = make("div", { class: "pg-playground-tools pg-toolbar" }, share, save, this.#note);
    this.panel = make(
      "div",
      { class: "pg-share-panel", hidden: true },
      make("label", { class: "pg-label" }, words.shareLink, this.#link),
      copy,
      make("p", { class: "pg-help" }, words.shareHelp),
    );
    onPress(share, signal, () => void this.#share());
    onPress(save, signal, () => download("playground.py", `${cell.source}\n`, "text/x-python;charset=utf-8"));
    onPress(copy, signal, () => void this.#copy());
  }

  /** Puts code that the address carries into the box. It is never run from here. */
  async takeShared(): Promise<void> {
    if (!carriesCode(location.hash)) return;
    const mine = this.#cell.source;
    try {
      const code = await fromFragment(location.hash);
      if (code.trimEnd() === mine) return;
      this.#cell.preview(code);
    } catch (error) {
      console.warn(error);
      this.#page.notices.show({ text: words.sharedBroken, level: "warning" });
      return;
    }
    const back = () => {
      this.#cell.preview(mine);
      history.replaceState(null, "", location.pathname + location.search);
    };
    this.#page.notices.show({ text: words.shared, action: { label: words.backToMine, run: back } });
  }

  async #share(): Promise<void> {
    const fragment = await toFragment(this.#cell.source);
    setText(this.#note, fragment ? "" : words.shareTooLong);
    this.panel.hidden = !fragment;
    if (!fragment) return;
    history.replaceState(null, "", fragment);
    this.#link.value = location.href;
    this.#link.focus();
    this.#link.select();
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#link.value);
      setText(this.#note, strings.cell.copied);
    } catch {
      // The browser or the learner refuses the clipboard; the link is selected, so it can be copied by hand.
      this.#link.select();
      setText(this.#note, strings.cell.copyFailed);
    }
  }
}
