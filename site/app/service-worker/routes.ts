/** Which request goes where. What matches no route is left to the browser, as if there were no service worker. */
import type { RouteHandlerCallbackOptions, RouteMatchCallbackOptions } from "workbox-core/types.js";
import { PrecacheRoute } from "workbox-precaching/PrecacheRoute.js";
import { Route } from "workbox-routing/Route.js";
import { Router } from "workbox-routing/Router.js";
import { type Entry, root } from "./manifest";
import { answerPage, answerUnknownFile, answerUnknownPage } from "./pages";
import { controller, entryOf, isRuntime } from "./precache";
import { answerRuntime } from "./runtime";

type Matcher = (options: RouteMatchCallbackOptions) => unknown;

// Knows that `/` is `index.html` and `/page` is `page.html`. What follows a `?` chooses no other file.
const listed = new PrecacheRoute(controller, { ignoreURLParametersMatching: [/(?:)/] });

/** Routes see GET only; a part of a file (Range) is nothing to keep or to check. */
function find(options: RouteMatchCallbackOptions): Entry | undefined {
  if (options.request.headers.has("range")) return undefined;
  const match = listed.match(options) as { cacheKey: string } | undefined;
  return match && entryOf(match.cacheKey);
}

const isRuntimeFile: Matcher = (options) => {
  const entry = find(options);
  return entry && isRuntime(entry) ? { entry } : undefined;
};
const isPageFile: Matcher = (options) => {
  const entry = find(options);
  return entry && { entry };
};
const isUnknown: Matcher = ({ request, url }) => url.href.startsWith(root) && !request.headers.has("range");
const isUnknownPage: Matcher = (options) => options.request.mode === "navigate" && isUnknown(options);

function withEntry(answer: (entry: Entry, options: RouteHandlerCallbackOptions) => Promise<Response>) {
  return (options: RouteHandlerCallbackOptions): Promise<Response> => {
    const { entry } = options.params as unknown as { entry: Entry };
    return answer(entry, options);
  };
}

/** In this order; the first that matches answers. */
export function createRouter(): Router {
  const router = new Router();
  router.registerRoute(new Route(isRuntimeFile, withEntry(answerRuntime)));
  router.registerRoute(new Route(isPageFile, withEntry(answerPage)));
  router.registerRoute(new Route(isUnknownPage, answerUnknownPage));
  router.registerRoute(new Route(isUnknown, answerUnknownFile));
  return router;
}
