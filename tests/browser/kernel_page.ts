/** Script of the bare page of `kernel_harness.py`: the real client, and functions that tests call with plain data. */
import type { CheckInput, RunInput } from "../../site/app/page/kernel";
import { KernelClient, type Times } from "../../site/app/page/kernel-client";
import type { CheckReport, Display, KernelConfig, RunResult, Stream, WireError } from "../../site/app/protocol";

export interface Options {
  gated?: boolean;
  without?: KernelConfig["without"];
  times?: Partial<Times>;
  /** Integrity that the build did not write, by name of the file. */
  integrity?: Record<string, string>;
}

/** What a request told while it went on, in order. */
type Seen = ["started"] | ["output", Stream, string] | ["display", Display] | ["input"];

const settings = JSON.parse(document.querySelector("#pg-config")?.textContent ?? "") as Pick<KernelConfig, "buildId" | "pyodideVersion" | "files"> & { kernel: string };
const root = new URL("./", location.href);

let kernel: KernelClient;
const told: [string, ...unknown[]][] = [];

function make({ gated = true, without, times, integrity = {} }: Options): void {
  const files = structuredClone(settings.files);
  for (const [name, value] of Object.entries(integrity)) Object.assign(files[name] ?? {}, { integrity: value });
  const config: KernelConfig = { root: root.href, buildId: settings.buildId, pyodideVersion: settings.pyodideVersion, files, gated, ...(without && { without }) };
  kernel = new KernelClient({ config: () => config, workerUrl: new URL(settings.kernel, root).href, times: { beforeSnapshot: 2 ** 30, ...times } });
  told.length = 0;
  kernel.listen({
    state: (state) => told.push(["state", state]),
    progress: ({ text }) => told.push(["progress", text]),
    notice: (level, text) => told.push(["notice", level, text]),
  });
}

async function start(options: Options): Promise<{ source: string | null; canWait: boolean | null; failure: WireError | null }> {
  make(options);
  await kernel.start().catch(() => undefined);
  return { source: kernel.source, canWait: kernel.canWait, failure: kernel.failure };
}

/** `answers` are given to `input()` in order, null at their end; Stop is pressed after the output `stopAt` was seen. */
async function run(input: RunInput, answers: (string | null)[], stopAt: string | null): Promise<RunResult & { seen: Seen[] }> {
  const seen: Seen[] = [];
  let text = "";
  const running = kernel.run(input, {
    started: () => seen.push(["started"]),
    output: (stream, more) => {
      seen.push(["output", stream, more]);
      text += more;
      if (stopAt !== null && text.includes(stopAt)) running.stop();
    },
    display: (display) => seen.push(["display", display]),
    input: (answer) => {
      seen.push(["input"]);
      if (stopAt === "input") running.stop();
      else answer(answers.shift() ?? null);
    },
  });
  return { ...(await running.result), seen };
}

const check = (input: CheckInput): Promise<CheckReport> => kernel.check(input).result;

Object.assign(globalThis, { harness: { start, run, check, told, kernel: () => kernel } });
