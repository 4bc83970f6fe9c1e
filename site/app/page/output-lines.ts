/**
 * What of a program's output is kept on the page: its first and its last lines. A flood must not slow the page.
 *
 * A "piece" is one line, or the part of a very long line that fits `PIECE_CHARS`.
 */

import type { Stream } from "../protocol";

/** Pieces kept from the start, and as many from the end. */
export const KEPT_PIECES = 300;
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
  /** Lines that are in neither. */
  hidden = 0;
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
    if (this.tail.length <= KEPT_PIECES) return;
    const dropped = this.tail.length - KEPT_PIECES;
    for (let index = 0; index < dropped; index++) {
      if (this.tail[index]?.text.endsWith("\n")) this.hidden++;
    }
    this.tail = this.tail.slice(dropped);
  }

  #addPart(stream: Stream, text: string): void {
    const pieces = this.tail.length || this.#headFull() ? this.tail : this.head;
    const last = (pieces === this.tail && !this.tail.length ? this.head : pieces).at(-1);
    if (last && last.stream === stream && !last.text.endsWith("\n") && last.text.length < PIECE_CHARS) last.text += text;
    else pieces.push({ stream, text });
  }

  #headFull(): boolean {
    return this.head.length >= KEPT_PIECES;
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
