/**
 * Code in a link: compressed, in the part behind `#`, which never leaves the browser.
 *
 * A link comes from anyone. It is read within fixed limits, fills the editor and nothing more.
 */

const NAME = "code=";
/** Longest fragment that is made or read; browsers and chat programs cut longer links. Characters. */
export const LONGEST_FRAGMENT = 32_000;
/** Most that a fragment may unpack to. Bytes. */
const LARGEST_CODE = 200_000;

/** @returns The fragment with its `#`, or null when the code is too long for a link. */
export async function toFragment(code: string): Promise<string | null> {
  const packed = new Blob([code]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const fragment = `#${NAME}${toBase64Url(bytes)}`;
  return fragment.length <= LONGEST_FRAGMENT ? fragment : null;
}

/** Whether a fragment means to carry code. */
export function carriesCode(fragment: string): boolean {
  return fragment.startsWith(`#${NAME}`);
}

/**
 * The code in a fragment.
 *
 * @throws RangeError when it is longer than the limits, TypeError or DOMException when it is not readable.
 */
export async function fromFragment(fragment: string): Promise<string> {
  if (fragment.length > LONGEST_FRAGMENT) throw new RangeError("The link is too long.");
  const bytes = fromBase64Url(fragment.slice(1 + NAME.length));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new TextDecoder("utf-8", { fatal: true }).decode(await readUpTo(unpacked, LARGEST_CODE));
}

/** A few bytes can unpack to gigabytes, so the limit holds while unpacking. */
async function readUpTo(stream: ReadableStream<Uint8Array<ArrayBuffer>>, limit: number): Promise<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  for await (const part of stream) {
    total += part.length;
    if (total > limit) throw new RangeError("The code in the link is too long.");
    parts.push(part);
  }
  return new Blob(parts).arrayBuffer();
}

function toBase64Url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
