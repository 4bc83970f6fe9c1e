/**
 * What of a program's output is kept on the page: its first and its last lines. A flood must not slow the page.
 *
 * A "piece" is one line, or the part of a very long line that fits `PIECE_CHARS`.
 */

import type { Stream } from "../protocol";

/** Pieces kept from the start, and as many from the end. */
export const KEPT_PIECES = 300;
/** As many characters at most, from the start and from the end: one endless line is slow to lay out, too. */
const KEPT_CHARS = 20_000;
const PIECE_CHARS = 2000;

export interface Piece {
  stream: Stream;
  text: string;
}

export class OutputLines {
  /** The first pieces; only the last one may still grow. */
  readonly head: Piece[] = [];
  /** The last pieces, once the head is full. */
  tail: Piece[] = [];
  /** Whole lines that are in neither. */
  hidden = 0;
  /** Whether anything is in neither. */
  cut = false;
  #headChars = 0;
  #tailChars = 0;
  /** Everything, for the download. */
  readonly #all: string[];

  /** @param before Output that is shown already and only counts for the download. */
  constructor(before = "") {
    this.#all = [before];
  }

  get text(): string {
    return this.#all.join("");
  }

  /** Takes what a stream wrote. */
  add(stream: Stream, text: string): void {
    this.#all.push(text);
    for (const part of split(text)) this.#addPart(stream, part);
    this.#trimTail();
  }

  #addPart(stream: Stream, text: string): void {
    const toHead = !this.tail.length && !this.#headFull();
    const last = (this.tail.length ? this.tail : this.head).at(-1);
    const grows = last?.stream === stream && !last.text.endsWith("\n") && last.text.length < PIECE_CHARS;
    if (grows) last.text += text;
    else (toHead ? this.head : this.tail).push({ stream, text });
    if (this.tail.length) this.#tailChars += text.length;
    else this.#headChars += text.length;
  }

  #headFull(): boolean {
    return this.head.length >= KEPT_PIECES || this.#headChars >= KEPT_CHARS;
  }

  #trimTail(): void {
    let dropped = 0;
    while (this.tail.length - dropped > KEPT_PIECES || (this.#tailChars > KEPT_CHARS && dropped < this.tail.length - 1)) {
      const text = this.tail[dropped]?.text ?? "";
      if (text.endsWith("\n")) this.hidden++;
      this.#tailChars -= text.length;
      dropped++;
    }
    if (!dropped) return;
    this.cut = true;
    this.tail = this.tail.slice(dropped);
  }
}

/** Cuts after every newline and at least every `PIECE_CHARS` characters. */
function* split(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    const newline = text.indexOf("\n", from);
    const end = Math.min(newline === -1 ? text.length : newline + 1, from + PIECE_CHARS);
    yield text.slice(from, end);
    from = end;
  }
}
