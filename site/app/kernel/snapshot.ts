/**
 * Keeps Python's memory, with everything imported that lessons need, in Cache Storage. Later boots copy it back
 * instead of starting Python and importing again.
 *
 * It belongs to one build: the key is the build's id, and others are deleted. Its head holds length and checksum, so
 * that one that was cut off or spoilt is refused.
 */
import type { KernelConfig } from "../protocol";

const LENGTH = "x-groundwork-length";
const CHECKSUM = "x-groundwork-checksum";

export class SnapshotStore {
  readonly #name: string;
  readonly #key: string;

  constructor(config: KernelConfig) {
    this.#name = `groundwork:${new URL(config.root).pathname}:snapshot`;
    this.#key = new URL(`snapshot/${config.buildId}`, config.root).href;
  }

  /** @returns Null when there is none that can be used. */
  async read(): Promise<Uint8Array | null> {
    try {
      const cache = await caches.open(this.#name);
      const response = await cache.match(this.#key);
      if (response === undefined) return null;
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (isWhole(bytes, response.headers)) return bytes;
      console.debug("The memory snapshot is damaged and was dropped.");
      await this.drop();
    } catch (error) {
      // Storage may be blocked or broken as a whole. Then Python is loaded as on a first visit.
      console.debug("The memory snapshot could not be read:", error);
    }
    return null;
  }

  /** @throws DOMException `QuotaExceededError` when there is no room. */
  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.drop();
    const cache = await caches.open(this.#name);
    const headers = { [LENGTH]: String(bytes.byteLength), [CHECKSUM]: String(checksum(bytes)) };
    await cache.put(this.#key, new Response(bytes, { headers }));
  }

  /** Deletes it and those of other builds. */
  async drop(): Promise<void> {
    await caches.delete(this.#name);
  }
}

function isWhole(bytes: Uint8Array, headers: Headers): boolean {
  return headers.get(LENGTH) === String(bytes.byteLength) && headers.get(CHECKSUM) === String(checksum(bytes));
}

/** Not against intent, only against damage: SHA-256 of 40 MB would take longer than the rest of the boot. */
function checksum(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  let sum = bytes.byteLength | 0;
  for (let at = 0; at < words.length; at += 1) sum = (Math.imul(sum, 31) + (words[at] as number)) | 0;
  return sum;
}
