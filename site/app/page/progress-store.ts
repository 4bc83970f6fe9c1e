/**
 * The learner's code and progress, on this device.
 *
 * All records are read into memory once, so that reading needs no waiting; a change goes to memory at once, to the
 * database soon, and to the other tabs. Without a database (blocked, full) everything works until the tab is closed.
 */

import { type IDBPDatabase, openDB } from "idb";

import { isRecord, type Kind, type Kinds, type ProgressRecord } from "./progress-records";
import { strings } from "./strings";

const STORE = "records";
/** A database that takes longer to open counts as blocked, so that the page never waits for it. Milliseconds. */
const OPEN_MS = 3000;

export interface ProgressChange {
  kind: Kind;
  name: string;
  /** True when another tab made it. */
  foreign: boolean;
}

export class ProgressStore {
  readonly #prefix: string;
  readonly #records = new Map<string, ProgressRecord>();
  readonly #listeners = new Set<(change: ProgressChange) => void>();
  readonly #warn: (text: string) => void;
  readonly #channel: BroadcastChannel;
  readonly #rescue: string;
  /** Changes that the database has not confirmed, by key; null is a deletion. */
  readonly #unsaved = new Map<string, ProgressRecord | null>();
  #leaving = false;
  #database: IDBPDatabase | null = null;

  private constructor(prefix: string, warn: (text: string) => void) {
    this.#prefix = prefix;
    this.#rescue = `${prefix}:unsaved`;
    this.#warn = warn;
    addEventListener("pagehide", () => this.#leave(true));
    addEventListener("pageshow", () => this.#leave(false));
    this.#channel = new BroadcastChannel(`${prefix}:progress`);
    this.#channel.addEventListener("message", (event) => this.#foreign(event.data));
  }

  /**
   * Opens the store and reads everything.
   *
   * @param prefix Begins the names of database and channel, as `groundwork:/`.
   * @param warn Gets a sentence for the learner when something can't be saved or read; each only once.
   */
  static async open(prefix: string, warn: (text: string) => void): Promise<ProgressStore> {
    const said = new Set<string>();
    const once = (text: string) => {
      if (!said.has(text)) warn(text);
      said.add(text);
    };
    const store = new ProgressStore(prefix, once);
    await store.#load();
    return store;
  }

  get<K extends Kind>(kind: K, name: string): Kinds[K] | null {
    return (this.#records.get(key(kind, name))?.value as Kinds[K] | undefined) ?? null;
  }

  /** Names of all records of a kind. */
  names(kind: Kind): string[] {
    return [...this.#records.values()].filter((record) => record.kind === kind).map((record) => record.name);
  }

  /** Keeps a value. Never fails: trouble with the device is told once through `warn`. */
  set<K extends Kind>(kind: K, name: string, value: Kinds[K]): void {
    const record: ProgressRecord = { kind, name, value, savedAt: Date.now() };
    this.#records.set(key(kind, name), record);
    this.#write(key(kind, name), record);
    this.#channel.postMessage({ key: key(kind, name), record });
    this.#tell({ kind, name, foreign: false });
  }

  delete(kind: Kind, name: string): void {
    if (!this.#records.delete(key(kind, name))) return;
    this.#write(key(kind, name), null);
    this.#channel.postMessage({ key: key(kind, name), record: null, kind, name });
    this.#tell({ kind, name, foreign: false });
  }

  /** Calls `listener` after every change, of this tab or another, until `signal` is aborted. */
  listen(listener: (change: ProgressChange) => void, signal?: AbortSignal): void {
    this.#listeners.add(listener);
    signal?.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  /** Calls `listener` once, when there is work of this tab that would be a loss. */
  onFirstWork(listener: () => void): void {
    const done = new AbortController();
    this.listen(({ kind, foreign }) => {
      if (foreign || kind === "last-page") return;
      done.abort();
      listener();
    }, done.signal);
  }

  async #load(): Promise<void> {
    try {
      this.#database = await withTimeout(OPEN_MS, openDB(`${this.#prefix}:progress`, 1, {
        upgrade: (database) => void database.createObjectStore(STORE),
        // A newer version of the page in another tab waits for us: let it go on; this tab works on in memory.
        blocking: () => this.#close(),
        terminated: () => this.#close(),
      }));
      await this.#read(this.#database);
      this.#takeRescued();
    } catch (error) {
      this.#failed(error);
    }
  }

  async #read(database: IDBPDatabase): Promise<void> {
    const transaction = database.transaction(STORE);
    const [keys, values] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()]);
    values.forEach((value: unknown, index) => {
      if (isRecord(value) && key(value.kind, value.name) === keys[index]) this.#records.set(key(value.kind, value.name), value);
      else this.#warn(strings.store.corrupt);
    });
  }

  #write(at: string, record: ProgressRecord | null): void {
    if (!this.#database) return;
    this.#unsaved.set(at, record);
    if (this.#leaving) this.#keepRescued();
    const work = record ? this.#database.put(STORE, record, at) : this.#database.delete(STORE, at);
    work
      .catch((error: unknown) => this.#failed(error))
      .finally(() => {
        if (this.#unsaved.get(at) === record) this.#unsaved.delete(at);
      });
  }

  // ------------------------------------------------------------ changes in the last moment

  /** The database is given up in the middle of a write when its page is left; what it has not confirmed goes here. */
  #leave(leaving: boolean): void {
    this.#leaving = leaving;
    if (leaving) this.#keepRescued();
  }

  #keepRescued(): void {
    if (!this.#unsaved.size) return;
    try {
      localStorage.setItem(this.#rescue, JSON.stringify([...this.#unsaved]));
    } catch (error) {
      console.warn("The last change may not be saved:", error);
    }
  }

  #takeRescued(): void {
    try {
      const entries: unknown = JSON.parse(localStorage.getItem(this.#rescue) ?? "[]");
      localStorage.removeItem(this.#rescue);
      for (const [at, record] of entries as [string, unknown][]) this.#takeOne(at, record);
    } catch (error) {
      console.warn("The last change could not be read:", error);
    }
  }

  #takeOne(at: string, record: unknown): void {
    if (record === null) this.#records.delete(at);
    else if (!isRecord(record) || key(record.kind, record.name) !== at) return;
    else if ((this.#records.get(at)?.savedAt ?? 0) > record.savedAt) return;
    else this.#records.set(at, record);
    this.#write(at, record);
  }

  #failed(error: unknown): void {
    console.warn("Progress is not saved:", error);
    const full = error instanceof DOMException && error.name === "QuotaExceededError";
    this.#warn(full ? strings.store.full : strings.store.blocked);
  }

  #close(): void {
    this.#database?.close();
    this.#database = null;
    this.#warn(strings.store.blocked);
  }

  /** The other tab has written it already; here only memory is behind. */
  #foreign(message: unknown): void {
    const { key: at, record, kind, name } = message as { key: string; record: unknown; kind: Kind; name: string };
    if (isRecord(record)) {
      this.#records.set(at, record);
      this.#tell({ kind: record.kind, name: record.name, foreign: true });
    } else {
      this.#records.delete(at);
      this.#tell({ kind, name, foreign: true });
    }
  }

  #tell(change: ProgressChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

const key = (kind: Kind, name: string) => `${kind}:${name}`;

async function withTimeout<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The database did not open within ${ms} ms.`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
