/** When Python starts without being asked. */

import { whenIdle } from "./dom";
import type { Kernel } from "./kernel";

/** A busy page must not keep Python waiting for longer. Milliseconds. */
const IDLE_MS = 1000;

/** Starts Python when the page has nothing better to do, if it holds code and data may be spent. */
export async function startWhenIdle(kernel: Kernel): Promise<void> {
  if (!document.querySelector("pg-cell, pg-exercise") || savesData()) return;
  await whenIdle(IDLE_MS);
  await kernel.start().catch((error: unknown) => console.error(error)); // the status shows it
}

function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
