/** The files of the learner's home directory: list, upload, download, delete. */

import type { FileEntry } from "../protocol";
import { button, download, make, onPress, setText } from "./dom";
import type { Page } from "./page";
import { strings } from "./strings";

const words = strings.playground;

export class FilesPanel {
  readonly element: HTMLElement;
  readonly #page: Page;
  readonly #signal: AbortSignal;
  readonly #list = make("ul", { class: "pg-file-list", role: "list" });
  readonly #status = make("p", { class: "pg-help", role: "status" });
  readonly #picker = make("input", { type: "file", multiple: true, hidden: true });
  /** Rows that ask something; a new list must not take the question away. */
  #asking = 0;

  /** @param signal Ends the panel's listeners. */
  constructor(page: Page, signal: AbortSignal) {
    this.#page = page;
    this.#signal = signal;
    const upload = button(words.upload, "pg-upload", "upload");
    const refresh = button(words.refresh, "pg-refresh pg-quiet", "reset");
    const title = make("h2", { class: "pg-panel-title", id: "pg-files-title" }, words.files);
    this.element = make(
      "section",
      { class: "pg-files", "aria-labelledby": title.id },
      title,
      make("p", { class: "pg-help" }, words.filesHelp),
      this.#list,
      this.#status,
      make("div", { class: "pg-toolbar" }, upload, refresh, this.#picker),
    );
    onPress(upload, signal, () => this.#picker.click());
    onPress(refresh, signal, () => void this.refresh());
    this.#picker.addEventListener("change", () => void this.#upload([...(this.#picker.files ?? [])]), { signal });
  }

  /** Lists the files anew; starts Python if it isn't. */
  async refresh(): Promise<void> {
    if (this.#asking) return;
    try {
      const files = await this.#page.kernel.listFiles();
      files.sort((one, other) => one.path.localeCompare(other.path));
      this.#list.replaceChildren(...files.map((file) => this.#row(file)));
      setText(this.#status, files.length ? "" : words.noFiles);
    } catch (error) {
      setText(this.#status, words.filesFailed(reason(error)));
    }
  }

  #row({ path, bytes }: FileEntry): HTMLElement {
    const get = button(words.downloadFile(path), "pg-download pg-icon-button", "download");
    const remove = button(words.deleteFile(path), "pg-delete pg-icon-button", "delete");
    const row = make(
      "li",
      { class: "pg-file-item" },
      make("span", { class: "pg-file-name" }, path),
      make("span", { class: "pg-file-size" }, words.bytes(bytes)),
      get,
      remove,
    );
    for (const press of [get, remove]) press.querySelector(".pg-button-text")?.classList.add("pg-visually-hidden");
    onPress(get, this.#signal, () => void this.#try(path, () => this.#download(path)));
    onPress(remove, this.#signal, () => void this.#delete(path, row));
    return row;
  }

  async #download(path: string): Promise<void> {
    const data = await this.#page.kernel.readFile(path);
    download(path.split("/").at(-1) ?? path, data.slice(), "application/octet-stream");
  }

  async #delete(path: string, row: HTMLElement): Promise<void> {
    if (!(await this.#ask(row, words.reallyDelete(path), words.confirmDelete))) return;
    await this.#try(path, () => this.#page.kernel.deleteFile(path));
    this.#page.announcer.say(words.deleted(path));
    await this.refresh();
  }

  async #upload(files: File[]): Promise<void> {
    this.#picker.value = "";
    for (const file of files) await this.#try(file.name, () => this.#write(file));
    await this.refresh();
  }

  async #write(file: File): Promise<void> {
    const there = (await this.#page.kernel.listFiles()).some(({ path }) => path === file.name);
    if (there && !(await this.#ask(this.#status, words.reallyReplace(file.name), words.replace))) return;
    await this.#page.kernel.writeFile(file.name, new Uint8Array(await file.arrayBuffer()));
    this.#page.announcer.say(words.uploaded(file.name));
  }

  async #try(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#page.notices.show({ text: words.fileFailed(name, reason(error)), level: "warning" });
    }
  }

  /** Asks within the page; resolves false on Cancel. */
  #ask(place: HTMLElement, question: string, confirm: string): Promise<boolean> {
    this.#asking++;
    const yes = button(confirm, "pg-confirm");
    const no = button(words.cancel, "pg-cancel pg-quiet");
    const before = [...place.childNodes];
    place.replaceChildren(make("span", {}, question), " ", yes, no);
    place.hidden = false;
    yes.focus();
    return new Promise((resolve) => {
      const answer = (sure: boolean) => {
        this.#asking--;
        place.replaceChildren(...before);
        place.querySelector<HTMLElement>(".pg-delete")?.focus();
        resolve(sure);
      };
      yes.addEventListener("click", () => answer(true));
      no.addEventListener("click", () => answer(false));
    });
  }
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));
