/** What is kept in Cache Storage: the saved files of all versions that are in use, and a few notes. */
import { cacheNames, setCacheNameDetails } from "workbox-core";
import { prefix, root } from "./manifest";

// Workbox joins prefix, precache and suffix by "-"; empty parts are left out.
setCacheNameDetails({ prefix: "", suffix: "", precache: `${prefix}:files` });

/** Files of the site. Keys carry the file's hash, so versions share what did not change and never mix. */
export const FILES = cacheNames.precache;
const NOTES = `${prefix}:notes`;
const NOTES_KEY = `${root}.notes.json`;

/** What must outlive this worker, which the browser ends whenever nothing happens. */
export interface Notes {
  /** Every file of this or an earlier version was saved, so an update has to save every file too. */
  complete: boolean;
  /** Ids of the tabs that were open when a newer version took over. */
  olderClients: string[];
}

export async function readNotes(): Promise<Notes> {
  const saved = await (await caches.open(NOTES)).match(NOTES_KEY);
  return saved ? ((await saved.json()) as Notes) : { complete: false, olderClients: [] };
}

export async function writeNotes(change: Partial<Notes>): Promise<void> {
  const notes = { ...(await readNotes()), ...change };
  await (await caches.open(NOTES)).put(NOTES_KEY, Response.json(notes));
}

/**
 * Deletes the caches of this site that no part of this version knows. Those of sites in other folders
 * of the origin stay, also where their path begins like ours.
 */
export async function deleteForeignCaches(): Promise<void> {
  const known = new Set([FILES, NOTES, `${prefix}:snapshot`]);
  const ours = (await caches.keys()).filter((name) => name.startsWith(`${prefix}:`));
  await Promise.all(ours.filter((name) => !known.has(name)).map((name) => caches.delete(name)));
}
