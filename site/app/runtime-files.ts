/**
 * Loads the big files that Python needs: from the CDN, else from the site's own copy, never unchecked.
 *
 * Shared by the service worker, which answers from here what it has not saved, and by the kernel, which
 * goes to the network itself where there is no service worker.
 */
import type { CheckedFile } from "./protocol";

/** How long the CDN may keep us waiting before the site's own copy is taken. Milliseconds. */
export interface Limits {
  /** From the request to the headers of its answer. */
  headersMs: number;
  /** Between two pieces of the body. */
  stallMs: number;
}

/** People notice 3 s; a slow but living mobile network sends something at least every 5 s. */
export const LIMITS: Limits = { headersMs: 3000, stallMs: 5000 };

export interface LoadOptions {
  /** False leaves the CDN out. Default: true. */
  cdn?: boolean;
  /** Default: `LIMITS`. The site's own copy has no limit: there is nothing to change to. */
  limits?: Limits;
  /** Called with the number of bytes that just arrived; negative when a source failed and its bytes count no more. */
  onBytes?: (bytes: number) => void;
}

export interface Loaded {
  /**
   * The network's own response, body unread. Handed on unchanged it keeps its URL, and with it the
   * browser's cache of compiled code; a `new Response(body)` would lose both.
   */
  response: Response;
  source: "cdn" | "local";
}

/** Neither the CDN nor the site gave the right bytes. The message is for the learner; `cause` is the last failure. */
export class RuntimeFileError extends Error {
  override name = "RuntimeFileError";
  /**
   * @param path The file, relative to the site's root.
   * @param wrongBytes True when the site's own copy came but was not the file that was built.
   */
  constructor(
    readonly path: string,
    readonly wrongBytes: boolean,
    cause: unknown,
  ) {
    super(`${path} could not be loaded: ${String(cause instanceof Error ? cause.message : cause)}. ${mend(wrongBytes)}`, { cause });
  }
}

function mend(wrongBytes: boolean): string {
  return wrongBytes
    ? "Reload the page; if that does not help, the site was not uploaded completely and its owner must publish it again."
    : "Check your internet connection, then reload the page.";
}

/** The bytes are not those that the build listed. */
class WrongBytes extends Error {}

/** Hosts that failed once since this worker started, so that a dead CDN costs its waiting time only once. */
const failedHosts = new Set<string>();

/**
 * Load one file, checked against its SHA-256.
 *
 * @param root Absolute URL of the site's root, ends in `/`.
 * @throws RuntimeFileError when no source has the right bytes.
 */
export async function loadChecked(file: CheckedFile, root: string, options: LoadOptions = {}): Promise<Loaded> {
  const cdn = usableCdn(file, options);
  if (cdn !== null) {
    try {
      return { response: await fetchChecked(file, cdn.href, options, options.limits ?? LIMITS), source: "cdn" };
    } catch {
      // Whatever it was, the own copy is the answer. Only when that fails too is there something to tell.
      failedHosts.add(cdn.host);
    }
  }
  try {
    return { response: await fetchChecked(file, new URL(file.path, root).href, options, null), source: "local" };
  } catch (cause) {
    // With both out of reach it is the network that failed: the CDN gets a new chance when it is back.
    const wrongBytes = cause instanceof WrongBytes;
    if (cdn !== null && !wrongBytes) failedHosts.delete(cdn.host);
    throw new RuntimeFileError(file.path, wrongBytes, cause);
  }
}

function usableCdn(file: CheckedFile, options: LoadOptions): URL | null {
  // Without crypto.subtle (plain http on a local network) only the own copy can be checked, by the browser.
  if (file.cdn === null || options.cdn === false || !globalThis.crypto?.subtle) return null;
  const url = new URL(file.cdn);
  return failedHosts.has(url.host) ? null : url;
}

/** One source. `limits` null waits for ever. */
async function fetchChecked(file: CheckedFile, url: string, options: LoadOptions, limits: Limits | null): Promise<Response> {
  const patience = new Patience();
  let received = 0;
  const count = (bytes: number): void => {
    received += bytes;
    options.onBytes?.(bytes);
    if (received > file.bytes) throw new WrongBytes("it is longer than the file that was built");
    if (limits !== null) patience.wait(limits.stallMs, "it stopped sending");
  };
  try {
    if (limits !== null) patience.wait(limits.headersMs, "it did not answer in time");
    const response = await fetch(url, requestInit(file, limits !== null, patience.signal));
    if (response.status !== 200) throw new Error(`the server answered ${response.status}`);
    if (limits !== null) patience.wait(limits.stallMs, "it stopped sending");
    // Reading the copy to its end also fills the buffer that the response itself is read from later.
    const bytes = await readAll(response.clone(), file.bytes, count);
    patience.end();
    await check(bytes, file);
    return response;
  } catch (error) {
    options.onBytes?.(-received);
    patience.giveUp(error);
    throw error;
  } finally {
    patience.end();
  }
}

function requestInit(file: CheckedFile, fromCdn: boolean, signal: AbortSignal): RequestInit {
  return {
    mode: "cors",
    credentials: "omit",
    redirect: "error",
    // A CDN address names its version and never changes; our own may, and the browser's cache may hold the old bytes.
    cache: fromCdn ? "default" : "no-cache",
    integrity: globalThis.crypto?.subtle ? "" : file.integrity,
    signal,
  };
}

async function check(bytes: Uint8Array<ArrayBuffer>, file: CheckedFile): Promise<void> {
  if (bytes.byteLength !== file.bytes) throw new WrongBytes("it is shorter than the file that was built");
  // Where crypto.subtle is missing the browser itself has compared `integrity` already.
  if (globalThis.crypto?.subtle && (await integrityOf(bytes)) !== file.integrity) {
    throw new WrongBytes("its contents are not those of the file that was built");
  }
}

async function readAll(response: Response, expected: number, count: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(expected);
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    count(part.value.byteLength);
    bytes.set(part.value, length);
    length += part.value.byteLength;
  }
  return bytes.subarray(0, length);
}

/** SHA-256 in the form of `integrity` attributes. */
export async function integrityOf(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** Aborts a request when the next thing it waits for does not come in time. */
class Patience {
  private readonly controller = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Starts the wait for the next thing; `reason` is what to say when it does not come. */
  wait(ms: number, reason: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.giveUp(new Error(reason)), ms);
  }

  giveUp(reason: unknown): void {
    this.controller.abort(reason);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}
