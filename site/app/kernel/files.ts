/**
 * The home directory, kept in IndexedDB: one record per file, all changes of a run in one transaction.
 *
 * IndexedDB and not the origin's private file system: it is the same in every browser, and a transaction is whole or
 * not at all. Empty directories, links and caches of Python are not kept.
 */
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { PyodideAPI } from "pyodide";

import type { FileEntry, KernelConfig } from "../protocol";

export const HOME = "/home/learner";
/** Larger files live only as long as the kernel. Bytes. */
export const LARGEST_KEPT = 50 * 1024 * 1024;

type FS = PyodideAPI["FS"];

interface KeptFile {
  /** Relative to the home directory. */
  path: string;
  data: Uint8Array;
  /** Milliseconds since the epoch. */
  modified: number;
}

interface Schema extends DBSchema {
  files: { key: string; value: KeptFile };
}

/** A request that can't be done; the message is for the learner. */
export class FileError extends Error {
  override name = "FileError";
}

export class HomeFiles {
  #fs: FS | null = null;
  /** What storage holds, by path. */
  readonly #kept = new Map<string, FileEntry>();
  #records: KeptFile[] = [];
  #complaint: string | null = null;

  private constructor(private readonly database: IDBPDatabase<Schema> | null) {}

  /** Never rejects: without storage the files live as long as the kernel, and `save` says so. */
  static async open(config: KernelConfig): Promise<HomeFiles> {
    try {
      const database = await openDB<Schema>(`groundwork:${new URL(config.root).pathname}:files`, 1, {
        upgrade: (fresh) => void fresh.createObjectStore("files", { keyPath: "path" }),
        // Another tab wants a newer layout: let it.
        blocking: (_old, _new, event) => (event.target as IDBDatabase).close(),
      });
      const home = new HomeFiles(database);
      home.#records = await database.getAll("files");
      return home;
    } catch (error) {
      console.debug("The home directory is not kept:", error);
      return new HomeFiles(null);
    }
  }

  /** Writes what was kept into a new file system. */
  restore(fs: FS): void {
    this.#fs = fs;
    this.#kept.clear();
    fs.mkdirTree(HOME);
    fs.chdir(HOME);
    for (const { path, data, modified } of this.#records) {
      writeFile(fs, path, data);
      fs.utime(`${HOME}/${path}`, modified, modified);
      this.#kept.set(path, { path, bytes: data.byteLength, modified });
    }
  }

  /** All bytes are in Python's file system now; a restart reads them from storage again. */
  forgetRecords(): void {
    this.#records = [];
  }

  list(): FileEntry[] {
    return [...walk(this.#files, HOME)].sort((one, other) => (one.path < other.path ? -1 : 1));
  }

  read(path: string): Uint8Array {
    return this.#files.readFile(absolute(path)) as Uint8Array;
  }

  write(path: string, data: Uint8Array): void {
    absolute(path);
    writeFile(this.#files, path, data);
  }

  /** Deletes a file and the directories that become empty. */
  remove(path: string): void {
    this.#files.unlink(absolute(path));
    removeEmptyParents(this.#files, path);
  }

  /**
   * Keeps what has changed since the last time.
   *
   * @returns Sentences for the learner, each said once; empty when all went well.
   */
  async save(): Promise<string[]> {
    const present = new Map(this.list().map((file) => [file.path, file]));
    const changed = [...present.values()].filter((file) => !same(file, this.#kept.get(file.path)));
    const removed = [...this.#kept.keys()].filter((path) => !present.has(path));
    if (changed.length + removed.length === 0) return [];
    const large = changed.filter((file) => file.bytes > LARGEST_KEPT);
    for (const file of large) this.#kept.set(file.path, file);
    const complaints = large.map(tooLarge);
    const problem = await this.#store(changed.filter((file) => file.bytes <= LARGEST_KEPT), [...removed, ...large.map((file) => file.path)]);
    if (problem !== null && problem !== this.#complaint) complaints.push(problem);
    this.#complaint = problem;
    return complaints;
  }

  /** @returns Null, or why it could not be done. */
  async #store(changed: FileEntry[], removed: string[]): Promise<string | null> {
    if (this.database === null) return "Files are not kept after you leave this page: this browser blocks storage for it.";
    try {
      const transaction = this.database.transaction("files", "readwrite");
      const writes = changed.map(({ path, modified }) => transaction.store.put({ path, modified, data: this.read(path) }));
      const deletions = removed.map((path) => transaction.store.delete(path));
      await Promise.all([...writes, ...deletions, transaction.done]);
      for (const file of changed) this.#kept.set(file.path, file);
      for (const path of removed) if (!this.#exists(path)) this.#kept.delete(path);
      return null;
    } catch (error) {
      return notSaved(error);
    }
  }

  #exists(path: string): boolean {
    return this.#files.analyzePath(`${HOME}/${path}`).exists as boolean;
  }

  get #files(): FS {
    if (this.#fs === null) throw new Error("Files were asked for before Python was loaded.");
    return this.#fs;
  }
}

function absolute(path: string): string {
  const parts = path.split("/");
  if (parts.some((part) => part === "" || part === "." || part === "..")) {
    throw new FileError(`${JSON.stringify(path)} is not a path in the home directory.`);
  }
  return `${HOME}/${path}`;
}

function writeFile(fs: FS, path: string, data: Uint8Array): void {
  const slash = path.lastIndexOf("/");
  if (slash > 0) fs.mkdirTree(`${HOME}/${path.slice(0, slash)}`);
  fs.writeFile(`${HOME}/${path}`, data);
}

function removeEmptyParents(fs: FS, path: string): void {
  const parts = path.split("/").slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    const directory = `${HOME}/${parts.join("/")}`;
    if (fs.readdir(directory).length > 2) return;
    fs.rmdir(directory);
  }
}

function* walk(fs: FS, directory: string): Generator<FileEntry> {
  for (const name of fs.readdir(directory) as string[]) {
    if (name === "." || name === ".." || name === "__pycache__" || name === ".pytest_cache") continue;
    const path = `${directory}/${name}`;
    const { mode, size, mtime } = fs.lstat(path) as { mode: number; size: number; mtime: Date };
    if (fs.isDir(mode)) yield* walk(fs, path);
    else if (fs.isFile(mode)) yield { path: path.slice(HOME.length + 1), bytes: size, modified: mtime.getTime() };
  }
}

function same(file: FileEntry, kept: FileEntry | undefined): boolean {
  return file.bytes === kept?.bytes && file.modified === kept.modified;
}

function tooLarge(file: FileEntry): string {
  const megabytes = Math.round(LARGEST_KEPT / 1024 / 1024);
  return `${file.path} is larger than ${megabytes} MB and is gone when you leave this page. Download it if you need it.`;
}

function notSaved(error: unknown): string {
  if (error instanceof DOMException && error.name === "QuotaExceededError") {
    return "Files could not be saved: the browser's storage for this site is full. Delete files that you no longer need.";
  }
  return `Files could not be saved: ${error instanceof Error ? error.message : String(error)}. They are gone when you leave this page.`;
}
