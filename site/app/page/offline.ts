/**
 * The page's side of the service worker: waits for it, lets it save the course, hears of new versions.
 *
 * Touches no element: what there is to show is handed to the callbacks.
 */
import {
  type PageConfig,
  type RuntimeSourceEvent,
  type SavingEvent,
  type ServiceWorkerEvent,
  type ServiceWorkerMessage,
  unknownMessage,
} from "../protocol";

/** A first visit waits this long for the service worker, which usually takes 50 to 300 ms. Milliseconds. */
const CONTROL_MS = 1500;
/** The page counts as loaded for saving when it is idle, or after this long. Milliseconds. */
const IDLE_MS = 4000;
/** Browsers end a service worker that works for minutes; asking again lets it go on. Milliseconds. */
const ASK_AGAIN_MS = 20_000;
/** A page that stays open looks for a new version this often. Milliseconds. */
const UPDATE_CHECK_MS = 3_600_000;

export interface OfflineCallbacks {
  /** Progress of saving the course. */
  onSaving: (event: SavingEvent) => void;
  /** A new version is saved and waits; call `acceptUpdate()` when the learner wants it. May come more than once. */
  onUpdateReady: () => void;
  /**
   * A file of Python's runtime came to some open page of the site, from there. The last one before the
   * kernel is ready says what `data-source` calls the kernel's `cache`, which can't tell behind the gate.
   */
  onSource?: (source: RuntimeSourceEvent["source"]) => void;
}

let registration: ServiceWorkerRegistration | null = null;

/**
 * Registers the service worker and waits until it serves this page.
 *
 * @returns `gated`: true when every request of this page passes through it. False in private windows, in
 *   browsers without service workers, after a forced reload, or when it takes too long; all works without.
 */
export async function startOffline(config: PageConfig, callbacks: OfflineCallbacks): Promise<{ gated: boolean }> {
  if (config.serviceWorker === null || !("serviceWorker" in navigator)) return { gated: false };
  navigator.serviceWorker.addEventListener("message", (event: MessageEvent<ServiceWorkerEvent>) => {
    hear(event.data, callbacks);
  });
  try {
    // Browsers under test that block service workers resolve with nothing, against the types.
    registration = (await register(config.base, config.serviceWorker)) ?? null;
  } catch {
    // Private windows and strict settings forbid it. The site works from the network then.
  }
  if (registration === null) return { gated: false };
  watchUpdates(registration, callbacks.onUpdateReady);
  const gated = await controlled(registration);
  if (!savesData()) whenIdle(saveNow);
  return { gated };
}

/** Whether every request of this page passes through the service worker now; may become true after `startOffline`. */
export function isGated(): boolean {
  return registration !== null && isOurs(registration);
}

/** Takes the version that waits and reloads this page with it; other open pages stay as they are. */
export function acceptUpdate(): void {
  const waiting = registration?.waiting;
  if (!waiting) return;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  send(waiting, { type: "take-over" });
}

/** Saves the course for offline use now, also where the learner asked the browser to save data. */
export function saveNow(): void {
  if (!registration || !isOurs(registration)) return;
  send(registration.active, { type: "save" });
  askAgainLater();
}

/** Asks the browser not to clear this site's storage by itself; call once there is something worth keeping. */
export async function keepStorage(): Promise<boolean> {
  if (!navigator.storage?.persist) return false;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
}

/** Whether the browser was told to use little data; then `saveNow` waits for the learner. */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}

function register(base: string, script: string): Promise<ServiceWorkerRegistration> {
  const root = new URL(base, location.href);
  return navigator.serviceWorker.register(new URL(script, root), { scope: root.pathname, updateViaCache: "none" });
}

/** Resolves at once when there is control or none is to come (forced reload), else after at most `CONTROL_MS`. */
async function controlled(registered: ServiceWorkerRegistration): Promise<boolean> {
  if (!isOurs(registered) && registered.active?.state !== "activated") {
    await Promise.race([
      new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true })),
      new Promise((resolve) => setTimeout(resolve, CONTROL_MS)),
    ]);
  }
  return isOurs(registered);
}

/** The page may be served by the service worker of another site whose folder ours is in. */
function isOurs(registered: ServiceWorkerRegistration): registered is ServiceWorkerRegistration & { active: ServiceWorker } {
  return registered.active !== null && navigator.serviceWorker.controller === registered.active;
}

// ---------------------------------------------------------------- saving

let again: ReturnType<typeof setTimeout> | undefined;

function hear(event: ServiceWorkerEvent, { onSaving, onSource }: OfflineCallbacks): void {
  switch (event.type) {
    case "saving":
      hearSaving(event.state);
      return onSaving(event);
    case "runtime-source":
      return onSource?.(event.source);
    default:
      unknownMessage(event);
  }
}

function hearSaving(state: SavingEvent["state"]): void {
  if (state !== "saving") clearTimeout(again);
  // Where the connection was lost, its return is the moment to go on.
  if (state === "failed") addEventListener("online", saveNow, { once: true });
}

function askAgainLater(): void {
  clearTimeout(again);
  again = setTimeout(saveNow, ASK_AGAIN_MS);
}

function whenIdle(task: () => void): void {
  const onceLoaded = (): void => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(task, { timeout: IDLE_MS });
    else setTimeout(task, IDLE_MS / 4);
  };
  if (document.readyState === "complete") onceLoaded();
  else addEventListener("load", onceLoaded, { once: true });
}

// ---------------------------------------------------------------- updates

function watchUpdates(registered: ServiceWorkerRegistration, onReady: () => void): void {
  const tell = (): void => {
    // Without an active version this is the first one, which takes over by itself.
    if (registered.waiting && registered.active) onReady();
  };
  tell();
  registered.addEventListener("updatefound", () => registered.installing?.addEventListener("statechange", tell));
  registered.installing?.addEventListener("statechange", tell);
  // Fails when offline; the next occasion comes.
  const check = (): void => void registered.update().catch(() => undefined);
  setInterval(check, UPDATE_CHECK_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") check();
  });
}

function send(worker: ServiceWorker, message: ServiceWorkerMessage): void {
  worker.postMessage(message);
}
