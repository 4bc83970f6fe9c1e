/**
 * The kernel's worker: the first message says what it is for. All else goes over the port that came with it, which
 * only this bundle holds.
 */
import { unknownMessage, type FirstMessage, type KernelConfig, type WireError } from "../protocol";
import { Channel } from "./channel";
import { makeSnapshot, pretendNoJspi } from "./interpreter";
import { Kernel } from "./kernel";
import { Runtime } from "./runtime";
import { SnapshotStore } from "./snapshot";

self.onmessage = ({ data, ports }: MessageEvent<FirstMessage>) => {
  self.onmessage = null;
  const port = ports[0];
  if (port === undefined) throw new Error("The first message must bring a port.");
  switch (data.type) {
    case "boot":
      return void boot(data.config, port);
    case "make-snapshot":
      return void keepSnapshot(data.config, port);
    default:
      unknownMessage(data);
  }
};

async function boot(config: KernelConfig, port: MessagePort): Promise<void> {
  if (config.without?.includes("jspi")) pretendNoJspi();
  const kernel = new Kernel(config);
  const channel = new Channel(port, (message) => kernel.receive(message));
  try {
    await kernel.start(channel);
  } catch (error) {
    channel.send({ type: "fatal", error: wireError("boot", error) });
  }
}

async function keepSnapshot(config: KernelConfig, port: MessagePort): Promise<void> {
  const channel = new Channel(port, () => undefined);
  try {
    const bytes = await makeSnapshot(new Runtime(config, () => undefined));
    await new SnapshotStore(config).write(bytes);
    channel.send({ type: "snapshot", bytes: bytes.byteLength });
  } catch (error) {
    channel.send({ type: "fatal", error: wireError("storage", error) });
  }
}

function wireError(kind: WireError["kind"], error: unknown): WireError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind, name, message, traceback: stack ?? "" };
}
