/** What every element on the page is given. */

import type { PageConfig } from "../protocol";
import type { Announcer } from "./announcer";
import type { Kernel } from "./kernel";
import type { Notices } from "./notices";
import type { ProgressStore } from "./progress-store";

export interface Page {
  config: PageConfig;
  /** Absolute URL of the site's root, ends in `/`. */
  root: URL;
  kernel: Kernel;
  store: ProgressStore;
  announcer: Announcer;
  notices: Notices;
}

/**
 * The build's settings for this page.
 *
 * @throws when the page has none, which is an error of the build.
 */
export function readConfig(): PageConfig {
  const script = document.getElementById("pg-config");
  if (!script?.textContent) throw new Error("The page has no pg-config; it was built wrongly.");
  return JSON.parse(script.textContent) as PageConfig;
}

/** What names in browser storage begin with: sites of one owner may share an origin. */
export function storagePrefix(root: URL): string {
  return `groundwork:${root.pathname}`;
}
