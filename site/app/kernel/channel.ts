/**
 * The port to the page.
 *
 * Code of the learner runs in the same realm and may patch any prototype, for example to see `this` of a call. So
 * everything that touches the port is taken and bound here, before such code runs.
 */
import type { KernelEvent, KernelMessage } from "../protocol";

const { apply } = Reflect;
const readData = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data")?.get as () => unknown;

export class Channel {
  readonly #post: (event: KernelEvent) => void;

  constructor(port: MessagePort, receive: (message: KernelMessage) => void) {
    this.#post = port.postMessage.bind(port);
    port.onmessage = (event) => receive(apply(readData, event, []) as KernelMessage);
  }

  send(event: KernelEvent): void {
    this.#post(event);
  }
}
