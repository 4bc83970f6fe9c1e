/** What the build says about itself: the list of files that this version of the site is made of. */
import type { CheckedFile } from "../protocol";
import type { Limits } from "../runtime-files";

declare const self: ServiceWorkerGlobalScope & { readonly __PG_MANIFEST: Manifest };

/** In the order in which they are saved: what a learner needs first comes first. */
export const GROUPS = ["page", "app", "runtime", "wheel"] as const;

export interface Entry {
  /** Relative to the site's root, as `a-python-core/index.html`. */
  url: string;
  /** SRI form: `sha256-` and base64. */
  integrity: string;
  bytes: number;
  group: (typeof GROUPS)[number];
}

export interface Manifest {
  /** Changes with every byte of the build. */
  buildId: string;
  /** False: Python comes from the site's own copy only. */
  cdn: boolean;
  /** True under `build.py serve`: pages and their files come from the server first. */
  dev: boolean;
  entries: Entry[];
  /** Files that Python needs, by name, with their address on the CDN. */
  files: Record<string, CheckedFile>;
  /** Other patience with the CDN than the usual one; for tests. */
  limits?: Limits;
}

/** Written by the build at the top of this script. */
export const manifest: Manifest = self.__PG_MANIFEST;

/** Absolute URL of the site's root, ends in `/`. */
export const root = self.registration.scope;

/**
 * Start of every name in browser storage. Sites of one owner often share an origin
 * (`https://name.github.io/one/` and `…/two/`), so the path belongs to the name.
 */
export const prefix = `groundwork:${new URL(root).pathname}`;
