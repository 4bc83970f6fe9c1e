/**
 * Takes away what a learner's code, or code from somebody's link, must not have: the site's storage, further workers,
 * ways to pose as the kernel. Python reaches the worker's global scope through its module `js`.
 *
 * Not taken: `fetch` and `XMLHttpRequest` (bound by CORS as on any page), timers, WebAssembly, MessageChannel, which
 * Pyodide or lessons use. Dynamic `import()` can't be taken; what it loads lands in this same scope.
 */

/** Names that end here whole, on the scope and on its prototypes. */
const GLOBALS = [
  "caches", "indexedDB", "cookieStore", "crossOriginStorage",
  "BroadcastChannel", "Worker", "SharedWorker", "ServiceWorker", "importScripts",
  "postMessage", "onmessage", "onmessageerror", "close",
  "webkitRequestFileSystem", "webkitRequestFileSystemSync",
  "webkitResolveLocalFileSystemURL", "webkitResolveLocalFileSystemSyncURL",
  "requestFileSystem", "requestFileSystemSync", "Notification",
];
/**
 * Classes whose prototypes would let a program see the kernel's own storage calls. Those of IndexedDB but the factory
 * stay, as the kernel's library needs them: all that they could give away is the database of the learner's own files.
 */
const CLASSES = /^(IDBFactory|Cache|Storage|Lock|FileSystem|ServiceWorker|CookieStore|PushManager|PushSubscription|Notification)/;
/** Of `navigator` and its prototype. */
const NAVIGATOR = ["storage", "storageBuckets", "locks", "serviceWorker", "permissions", "webkitTemporaryStorage", "webkitPersistentStorage", "usb", "serial", "hid"];
/** Methods that the kernel still calls afterwards on objects of its own. */
const LOCKED: [object, string[]][] = [
  [EventTarget.prototype, ["addEventListener", "removeEventListener", "dispatchEvent"]],
  [Event.prototype, ["target", "currentTarget", "srcElement", "composedPath"]],
  [MessagePort.prototype, ["postMessage", "onmessage", "start", "close"]],
  [MessageEvent.prototype, ["data", "ports", "source"]],
  [Promise.prototype, ["then", "catch", "finally", "constructor"]],
];

/** @throws Error when something can't be taken away: then no learner's code may run. */
export function closeSandbox(scope: typeof globalThis = globalThis): void {
  for (const name of [...GLOBALS, ...classNames(scope)]) removeEverywhere(scope, name);
  for (const name of NAVIGATOR) removeEverywhere(scope.navigator, name);
  for (const [owner, names] of LOCKED) for (const name of names) lock(owner, name);
}

function* chain(start: object): Generator<object> {
  for (let object: object | null = start; object !== null && object !== Object.prototype; object = Object.getPrototypeOf(object) as object | null) {
    yield object;
  }
}

function classNames(scope: object): string[] {
  return [...chain(scope)].flatMap((object) => Object.getOwnPropertyNames(object)).filter((name) => CLASSES.test(name));
}

function removeEverywhere(start: object, name: string): void {
  for (const object of chain(start)) {
    if (Object.hasOwn(object, name) && !Reflect.deleteProperty(object, name)) hide(object, name);
  }
  if (name in start && (start as Record<string, unknown>)[name] !== undefined) {
    throw new Error(`The sandbox could not take away ${name}.`);
  }
}

/** For what can't be deleted in some engine. */
function hide(object: object, name: string): void {
  Object.defineProperty(object, name, { value: undefined, writable: false, configurable: false });
}

function lock(owner: object, name: string): void {
  const property = Object.getOwnPropertyDescriptor(owner, name);
  if (property === undefined) return;
  Object.defineProperty(owner, name, "value" in property ? { writable: false, configurable: false } : { configurable: false });
}
