/** Pages and the files that they are made of. */
import type { RouteHandlerCallbackOptions } from "workbox-core/types.js";
import { type Entry, manifest } from "./manifest";
import { fetchNow, saved, WrongFileError } from "./precache";
import { fromOtherVersion } from "./versions";

const NOT_SAVED = "You are offline, and this page is not saved on this device yet. Go back, or reload when you are online.";

/**
 * Tabs that got their page from a newer version on the server, because ours was not saved. Their other
 * files come from the server too, so that a page never meets the style or script of another version.
 */
const fromServer = new Set<string>();

/** Answers with the file of this version; from the server while none is saved. */
export async function answerPage(entry: Entry, options: RouteHandlerCallbackOptions): Promise<Response> {
  const event = options.event as FetchEvent;
  if (manifest.dev || fromServer.has(event.clientId)) return serverFirst(entry, event);
  return (await saved(entry)) ?? fetchPage(entry, event);
}

async function serverFirst(entry: Entry, event: FetchEvent): Promise<Response> {
  try {
    return await fetch(event.request);
  } catch (error) {
    const copy = await saved(entry);
    if (copy) return copy;
    throw error;
  }
}

async function fetchPage(entry: Entry, event: FetchEvent): Promise<Response> {
  try {
    const { response, kept } = await fetchNow(entry);
    // A full disk is told by saving; the page opens all the same.
    event.waitUntil(kept.catch(() => undefined));
    return response;
  } catch (error) {
    if (error instanceof WrongFileError) {
      fromServer.add(event.resultingClientId);
      return fetch(event.request);
    }
    if (event.request.mode === "navigate") return notSaved();
    throw error;
  }
}

function notSaved(): Response {
  return new Response(NOT_SAVED, { status: 503, headers: { "content-type": "text/plain; charset=utf-8" } });
}

/** An address that this version does not have: from the server, else the saved page that says so. Never kept. */
export async function answerUnknownPage({ request }: RouteHandlerCallbackOptions): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const entry = manifest.entries.find(({ url }) => url === "404.html");
    const copy = entry && (await saved(entry));
    if (!copy) throw error;
    return new Response(copy.body, { status: 404, headers: copy.headers });
  }
}

/** A part of a page that this version does not have: what an open tab of an older version still needs. Never kept. */
export async function answerUnknownFile({ request }: RouteHandlerCallbackOptions): Promise<Response> {
  return (await fromOtherVersion(request)) ?? fetch(request);
}
