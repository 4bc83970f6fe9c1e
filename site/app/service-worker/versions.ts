/** Tabs of an older version keep its files until the last of them is closed. */
import { manifest } from "./manifest";
import { files, keyOf } from "./precache";
import { FILES_LOCK } from "./saving";
import { deleteForeignCaches, readNotes, writeNotes } from "./store";

declare const self: ServiceWorkerGlobalScope;

let tidied = false;

async function openTabs(): Promise<string[]> {
  const tabs = await self.clients.matchAll({ type: "window" });
  return tabs.map((tab) => tab.id);
}

/** Call when this version takes over: whatever is open now was loaded from an older one. */
export async function rememberOlderTabs(): Promise<void> {
  await writeNotes({ olderClients: await openTabs() });
}

/**
 * Deletes the files of older versions once no tab can ask for them. Does nothing while a newer version
 * is being saved or waits, because its files are in the same cache.
 */
export async function tidy(): Promise<void> {
  if (tidied) return;
  await navigator.locks.request(FILES_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null || self.registration.installing || self.registration.waiting) return;
    const { olderClients } = await readNotes();
    const open = new Set(await openTabs());
    if (olderClients.some((id) => open.has(id))) return;
    await deleteForeignCaches();
    await deleteOlderFiles();
    tidied = true;
  });
}

async function deleteOlderFiles(): Promise<void> {
  const keys = new Set(manifest.entries.map(keyOf));
  const cache = await files();
  const older = (await cache.keys()).filter((request) => !keys.has(request.url));
  await Promise.all(older.map((request) => cache.delete(request)));
}

/**
 * A file that this version's list does not have, from what is saved of other versions: an open tab of an
 * older version asks for one of its parts.
 */
export async function fromOtherVersion(request: Request): Promise<Response | undefined> {
  const cache = await files();
  if (request.integrity === "") return cache.match(request, { ignoreSearch: true });
  const key = new URL(request.url);
  key.search = "";
  key.searchParams.set("__WB_REVISION__", request.integrity);
  return cache.match(key.href);
}
