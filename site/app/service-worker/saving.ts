/** Fetches what is not saved yet, and says how far it is. */
import type { SavingEvent } from "../protocol";
import { RuntimeFileError } from "../runtime-files";
import { type Entry, GROUPS, manifest, prefix } from "./manifest";
import { fetchAndKeep, files, keyOf, nobodyWaits, type OnBytes, WrongFileError } from "./precache";
import { readNotes, writeNotes } from "./store";

/** Enough to keep a line busy, few enough to leave room for what the learner is waiting for. */
const AT_ONCE = 4;
/** Left free for the learner's own work. Bytes. */
const HEADROOM = 10_000_000;
/** Progress is told in steps of a hundredth. */
const STEPS = 100;

type Report = (event: SavingEvent) => void;

/** Held shared while files are being saved, alone by who deletes those of older versions. */
export const FILES_LOCK = `${prefix}:files`;

let running: Promise<void> | null = null;

/** Saves every file of this version that is missing. A second call joins the first; what was cut goes on where it was. */
export function saveAll(report: Report): Promise<void> {
  running ??= saveAndReport(report).finally(() => (running = null));
  return running;
}

async function saveAndReport(report: Report): Promise<void> {
  const progress = new Progress(report);
  try {
    const missing = await progress.start();
    await checkSpace(missing);
    await navigator.locks.request(FILES_LOCK, { mode: "shared" }, () => download(missing, progress.add));
    await writeNotes({ complete: true });
    progress.end("ready", "");
  } catch (error) {
    progress.end("failed", sentence(error));
  }
}

/**
 * Saves what this version has to have before it may take over: all files if all were saved before,
 * else the new forms of those that were. Rejects when one is missing, then the older version stays.
 */
export async function saveUpdate(): Promise<void> {
  await navigator.locks.request(FILES_LOCK, { mode: "shared" }, async () => {
    const { complete } = await readNotes();
    const missing = await missingEntries();
    const needed = complete ? missing : await alreadyKnown(missing);
    await checkSpace(needed);
    await download(needed, () => undefined);
  });
}

async function missingEntries(): Promise<Entry[]> {
  const keys = new Set((await (await files()).keys()).map((request) => request.url));
  const missing = manifest.entries.filter((entry) => !keys.has(keyOf(entry)));
  return missing.sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}

/** Those of which some version is saved. */
async function alreadyKnown(entries: Entry[]): Promise<Entry[]> {
  const known = new Set((await (await files()).keys()).map((request) => withoutRevision(request.url)));
  return entries.filter((entry) => known.has(withoutRevision(keyOf(entry))));
}

function withoutRevision(key: string): string {
  return key.split("?", 1)[0] ?? key;
}

/** @throws the first failure, after everything else that could be saved was. */
async function download(entries: Entry[], onBytes: OnBytes): Promise<void> {
  const queue = [...entries];
  const failures: unknown[] = [];
  const lane = async (): Promise<void> => {
    for (let entry = queue.shift(); entry; entry = queue.shift()) {
      await nobodyWaits();
      try {
        await (await fetchAndKeep(entry, onBytes)).kept;
      } catch (error) {
        failures.push(error);
        // A wrong file says nothing about the others; a full disk or a dead network does.
        if (!isWrongFile(error)) queue.length = 0;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (failures.length > 0) throw failures.find(isFullDisk) ?? failures[0];
}

/** Best effort: Chromium tells every site the same large quota; there the disk has to fill up to be known as full. */
async function checkSpace(missing: Entry[]): Promise<void> {
  const { quota, usage } = await navigator.storage.estimate();
  if (quota === undefined || usage === undefined || missing.length === 0) return;
  const needed = sizeOf(missing);
  if (usage + needed + HEADROOM > quota) throw new DOMException(`${needed} bytes are needed`, "QuotaExceededError");
}

function sizeOf(entries: Entry[]): number {
  return entries.reduce((sum, entry) => sum + entry.bytes, 0);
}

function isWrongFile(error: unknown): boolean {
  return error instanceof WrongFileError || (error instanceof RuntimeFileError && error.wrongBytes);
}

function isFullDisk(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

function sentence(error: unknown): string {
  if (isFullDisk(error)) {
    const megabytes = Math.ceil(sizeOf(manifest.entries) / 1e6);
    return (
      `This device has too little free space to keep the course for offline use (${megabytes} MB). ` +
      "Free some space and reload; while you are online everything works without it."
    );
  }
  if (isWrongFile(error)) {
    return "Not everything could be saved for offline use, because the site is just being updated. Reload in a few minutes.";
  }
  return "Not everything could be saved for offline use, because the connection was lost. Saving goes on when you are online again.";
}

class Progress {
  private readonly totalBytes = sizeOf(manifest.entries);
  private savedBytes = 0;
  private told = -1;

  constructor(private readonly report: Report) {}

  /** @returns what is missing. */
  async start(): Promise<Entry[]> {
    const missing = await missingEntries();
    this.savedBytes = this.totalBytes - sizeOf(missing);
    if (missing.length > 0) this.add(0);
    return missing;
  }

  readonly add: OnBytes = (bytes) => {
    this.savedBytes += bytes;
    const step = Math.floor((this.savedBytes / this.totalBytes) * STEPS);
    if (step > this.told) this.tell("saving", "");
    this.told = Math.max(this.told, step);
  };

  end(state: "ready" | "failed", message: string): void {
    if (state === "ready") this.savedBytes = this.totalBytes;
    this.tell(state, message);
  }

  private tell(state: SavingEvent["state"], message: string): void {
    const { savedBytes, totalBytes } = this;
    this.report({ type: "saving", savedBytes, totalBytes, state, message });
  }
}
