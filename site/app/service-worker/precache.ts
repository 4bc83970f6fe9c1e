/** Which files are saved under which key, and how one of them is fetched, checked and kept. */
import { copyResponse } from "workbox-core/copyResponse.js";
import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import type { CheckedFile } from "../protocol";
import { integrityOf, loadChecked, type Loaded } from "../runtime-files";
import { type Entry, manifest, root } from "./manifest";
import { FILES } from "./store";

/** The server gave other bytes than this build lists: it holds another version, or was not uploaded completely. */
export class WrongFileError extends Error {
  override name = "WrongFileError";
}

/** Counts bytes as they arrive; negative when they turned out to be useless. */
export type OnBytes = (bytes: number) => void;

export const controller = new PrecacheController({ cacheName: FILES });
controller.addToCacheList(manifest.entries.map(({ url, integrity }) => ({ url: absolute(url), revision: integrity, integrity })));

const entriesByKey = new Map(manifest.entries.map((entry) => [keyOf(entry), entry]));
const filesByPath = new Map(Object.values(manifest.files).map((file) => [file.path, file]));

function absolute(url: string): string {
  return new URL(url, root).href;
}

/** Key in the cache: the file's URL and its hash. */
export function keyOf(entry: Entry): string {
  const key = controller.getCacheKeyForURL(absolute(entry.url));
  if (key === undefined) throw new Error(`${entry.url} is not in the list of files`);
  return key;
}

export function entryOf(key: string): Entry {
  const entry = entriesByKey.get(key);
  if (entry === undefined) throw new Error(`${key} is no key of this version`);
  return entry;
}

export function isRuntime(entry: Entry): boolean {
  return entry.group === "runtime" || entry.group === "wheel";
}

export async function files(): Promise<Cache> {
  return caches.open(FILES);
}

export async function saved(entry: Entry): Promise<Response | undefined> {
  return (await files()).match(keyOf(entry));
}

/** The right bytes, from wherever they came; `kept` settles when they are saved, or rejects when they can't be. */
export interface Fetched {
  response: Response;
  source: Loaded["source"] | "cache";
  kept: Promise<void>;
}

const underWay = new Map<string, Promise<Fetched>>();

/**
 * Fetches one file and keeps it. Asked twice at the same time (saving meets a page that needs the file),
 * it is downloaded once.
 *
 * @throws WrongFileError, RuntimeFileError or the network's TypeError.
 */
export async function fetchAndKeep(entry: Entry, onBytes: OnBytes = () => undefined): Promise<Fetched> {
  const key = keyOf(entry);
  const started = underWay.get(key);
  const fetching = started ?? begin(key, entry, onBytes);
  const { response, ...rest } = await fetching;
  if (started) onBytes(entry.bytes);
  // Everybody gets a copy, so that the original stays unread for those who come later.
  return { response: response.clone(), ...rest };
}

const awaited = new Set<Promise<unknown>>();

/** `fetchAndKeep` for somebody who waits: saving stands back until it is done. */
export async function fetchNow(entry: Entry): Promise<Fetched> {
  const fetching = fetchAndKeep(entry);
  awaited.add(fetching);
  try {
    return await fetching;
  } finally {
    awaited.delete(fetching);
  }
}

/** Settles when nobody waits for a download. */
export async function nobodyWaits(): Promise<void> {
  while (awaited.size > 0) await Promise.allSettled(awaited);
}

function begin(key: string, entry: Entry, onBytes: OnBytes): Promise<Fetched> {
  const fetching = load(key, entry, onBytes);
  underWay.set(key, fetching);
  const forget = (): boolean => underWay.delete(key);
  fetching.then(({ kept }) => kept.then(forget, forget), forget);
  return fetching;
}

async function load(key: string, entry: Entry, onBytes: OnBytes): Promise<Fetched> {
  // Somebody else may have saved it since the caller looked.
  const copy = await saved(entry);
  if (copy) {
    onBytes(entry.bytes);
    return { response: copy, source: "cache", kept: Promise.resolve() };
  }
  const { response, source } = await download(entry, onBytes);
  const kept = keep(key, response.clone());
  kept.catch(() => undefined); // Who only needs the file does not mind; who wants it saved awaits `kept`.
  return { response, source, kept };
}

async function keep(key: string, response: Response): Promise<void> {
  await (await files()).put(key, response);
}

async function download(entry: Entry, onBytes: OnBytes): Promise<Loaded> {
  if (isRuntime(entry)) {
    return loadChecked(checkedFile(entry), root, { cdn: manifest.cdn, onBytes, ...(manifest.limits && { limits: manifest.limits }) });
  }
  return { response: await fetchPage(entry, onBytes), source: "local" };
}

/** Whether there is a choice of source that is worth telling. */
export function isOnCdn(entry: Entry): boolean {
  return checkedFile(entry).cdn !== null;
}

function checkedFile(entry: Entry): CheckedFile {
  const { url: path, integrity, bytes } = entry;
  return filesByPath.get(path) ?? { path, integrity, bytes, cdn: null };
}

/** First what the browser's own cache has, as the page just loaded it; if that is of another version, from the server. */
async function fetchPage(entry: Entry, onBytes: OnBytes): Promise<Response> {
  for (const cache of ["default", "reload"] as const) {
    const response = await fetch(absolute(entry.url), { cache, credentials: "same-origin" });
    if (response.status === 200 && (await isRight(response, entry))) {
      onBytes(entry.bytes);
      // Some hosts redirect `page.html` to `page`; a redirected response can't answer a navigation.
      return response.redirected ? copyResponse(response) : response;
    }
  }
  throw new WrongFileError(`${entry.url} on the server is not the file of this version`);
}

/** Whether these are the bytes of this version. Leaves the response unread. */
export async function isRight(response: Response, entry: Entry): Promise<boolean> {
  const bytes = await response.clone().arrayBuffer();
  return bytes.byteLength === entry.bytes && (await integrityOf(bytes)) === entry.integrity;
}
