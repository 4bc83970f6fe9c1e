/** The gate that every file of Python passes: saved copy, else CDN, else the site's own; never unchecked. */
import type { RouteHandlerCallbackOptions } from "workbox-core/types.js";
import type { RuntimeSourceEvent } from "../protocol";
import { RuntimeFileError } from "../runtime-files";
import { type Entry, manifest } from "./manifest";
import { tellPages } from "./messages";
import { fetchNow, isOnCdn, saved } from "./precache";
import { fromOtherVersion } from "./versions";

/**
 * Answers with the file that this version lists. A request whose `integrity` names other bytes comes from a
 * tab of another version: it gets those, saved or from the network, where the browser itself compares them.
 */
export async function answerRuntime(entry: Entry, { request, event }: RouteHandlerCallbackOptions): Promise<Response> {
  if (request.integrity !== "" && request.integrity !== entry.integrity) {
    return (await fromOtherVersion(request)) ?? fetch(request);
  }
  const copy = await saved(entry);
  if (copy) {
    event.waitUntil(tellSource(entry, "cache"));
    return copy;
  }
  try {
    const { response, source, kept } = await fetchNow(entry);
    // A full disk is told by saving; Python starts all the same.
    event.waitUntil(kept.catch(() => undefined));
    event.waitUntil(tellSource(entry, source));
    return response;
  } catch (error) {
    if (error instanceof RuntimeFileError) return refusal(error);
    throw error;
  }
}

/** Files that only the site has say nothing about where Python came from. */
async function tellSource(entry: Entry, source: RuntimeSourceEvent["source"]): Promise<void> {
  if (isOnCdn(entry) || !manifest.cdn) await tellPages({ type: "runtime-source", source });
}

/** The body is a sentence for the learner. */
function refusal(error: RuntimeFileError): Response {
  return new Response(error.message, {
    status: error.wrongBytes ? 502 : 503,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
