/**
 * Output on its way to the page, in order, with a bound on how much is under way: a flood must not fill the page's
 * queue while it is busy showing what came before. What is over the bound waits here; Python never waits.
 */
import type { Stream } from "../protocol";
import type { Channel } from "./channel";

/** Characters sent and not yet taken by the page. */
const UNDER_WAY_LIMIT = 256 * 1024;
/** Longest text of one message, characters. */
const PIECE = 32 * 1024;

export class Output {
  #request = 0;
  #underWay = 0;
  #waiting: { stream: Stream; text: string }[] = [];
  #drained: (() => void) | null = null;

  constructor(private readonly channel: Channel) {}

  /** Output from now on belongs to this request. */
  begin(request: number): void {
    this.#request = request;
  }

  write(stream: Stream, text: string): void {
    for (let start = 0; start < text.length; start += PIECE) {
      this.#waiting.push({ stream, text: text.slice(start, start + PIECE) });
    }
    this.#send();
  }

  taken(characters: number): void {
    this.#underWay -= characters;
    this.#send();
  }

  /** Resolves when everything written has been sent. */
  async drain(): Promise<void> {
    if (this.#waiting.length > 0) await new Promise<void>((resolve) => (this.#drained = resolve));
  }

  #send(): void {
    let sent = 0;
    for (const { stream, text } of this.#waiting) {
      if (this.#underWay >= UNDER_WAY_LIMIT) break;
      this.channel.send({ type: "output", id: this.#request, stream, text });
      this.#underWay += text.length;
      sent += 1;
    }
    this.#waiting.splice(0, sent);
    if (this.#waiting.length === 0) {
      this.#drained?.();
      this.#drained = null;
    }
  }
}
