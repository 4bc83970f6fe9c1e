/**
 * Service worker of the site: keeps it for offline use and is the only one that knows where bytes come from.
 *
 * The first version takes over at once and saves nothing by itself: the page that waits for it asks for that
 * when it has nothing better to do. A later version saves what changed before it is ready, then waits until
 * the learner wants it or every page is closed.
 */
import type { ServiceWorkerMessage } from "../protocol";
import { manifest } from "./manifest";
import { answer } from "./messages";
import { createRouter } from "./routes";
import { saveUpdate } from "./saving";
import { rememberOlderTabs, tidy } from "./versions";

declare const self: ServiceWorkerGlobalScope;

const router = createRouter();

self.addEventListener("install", (event) => {
  // While somebody writes lessons, the newest build is always the right one.
  const atOnce = self.registration.active === null || manifest.dev;
  event.waitUntil(atOnce ? self.skipWaiting() : saveUpdate());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("fetch", (event) => {
  const response = router.handleRequest({ request: event.request, event });
  if (response) event.respondWith(response);
});

self.addEventListener("message", (event) => {
  event.waitUntil(answer(event.data as ServiceWorkerMessage));
});

async function takeOver(): Promise<void> {
  await rememberOlderTabs();
  await self.clients.claim();
  await tidy();
}
