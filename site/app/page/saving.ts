/** How far the offline copy of the site is, as the status shows it. */

import type { SavingEvent } from "../protocol";

export interface Saving {
  state: "saving" | "ready" | "failed";
  /** 0 to 1. */
  fraction: number;
  /** Why it failed and what to do; empty in the other states. */
  message: string;
}

export function savingOf({ state, savedBytes, totalBytes, message }: SavingEvent): Saving {
  return { state, fraction: totalBytes > 0 ? Math.min(1, savedBytes / totalBytes) : 0, message };
}
