/** What the pages of this site are told, and what they ask. */
import type { ServiceWorkerEvent, ServiceWorkerMessage } from "../protocol";
import { unknownMessage } from "../protocol";
import { saveAll } from "./saving";
import { tidy } from "./versions";

declare const self: ServiceWorkerGlobalScope;

/** Tells every open page that this worker serves; pages of other sites on the origin are not among them. */
export async function tellPages(event: ServiceWorkerEvent): Promise<void> {
  const pages = await self.clients.matchAll({ type: "window" });
  for (const page of pages) page.postMessage(event);
}

/** Does what a page asks; settles when it is done. */
export async function answer(message: ServiceWorkerMessage): Promise<void> {
  switch (message.type) {
    case "save":
      await saveAll((event) => void tellPages(event));
      return tidy();
    case "take-over":
      return self.skipWaiting();
    default:
      unknownMessage(message);
  }
}
