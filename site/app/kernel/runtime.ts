/**
 * The files that Python is loaded from, each asked for once and under way at the same time.
 *
 * Behind a service worker they are plain requests to this site, so that the browser keeps its compiled code. Without
 * one the kernel goes to the CDN or the site's own copy itself and checks every byte.
 */
import type { CheckedFile, KernelConfig, Source } from "../protocol";
import { loadChecked, RuntimeFileError } from "../runtime-files";

export class Runtime {
  /** Where the files came from. What a service worker answered counts as `cache`. */
  source: Source = "cache";
  readonly #responses = new Map<string, Promise<Response>>();
  #loadedBytes = 0;
  #expectedBytes = 0;

  /** @param report Told the share that has arrived, 0 to 1. */
  constructor(
    readonly config: KernelConfig,
    private readonly report: (fraction: number) => void,
  ) {}

  url(name: string): string {
    return new URL(this.file(name).path, this.config.root).href;
  }

  /** Names of files are those of `KernelConfig.files`. */
  file(name: string): CheckedFile {
    const file = this.config.files[name];
    if (file === undefined) throw new Error(`The build lists no runtime file ${name}.`);
    return file;
  }

  /** The response itself can be read once; a second call gives the same one. */
  response(name: string): Promise<Response> {
    let response = this.#responses.get(name);
    if (response === undefined) {
      response = this.#load(this.file(name));
      response.catch(() => undefined); // whoever awaits it is told; unawaited it is no news
      this.#responses.set(name, response);
    }
    return response;
  }

  /** The next call loads the file again. */
  forget(name: string): void {
    this.#responses.delete(name);
  }

  async bytes(name: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.response(name)).arrayBuffer());
  }

  async text(name: string): Promise<string> {
    return (await this.response(name)).text();
  }

  /** Imports a module. Without a service worker its checked bytes are imported, never the address again. */
  async module<Module>(name: string): Promise<Module> {
    if (this.config.gated) return (await import(this.url(name))) as Module;
    const blob = new Blob([await (await this.response(name)).arrayBuffer()], { type: "text/javascript" });
    const url = URL.createObjectURL(blob);
    try {
      return (await import(url)) as Module;
    } finally {
      URL.revokeObjectURL(url);
    }
  }

  async #load(file: CheckedFile): Promise<Response> {
    this.#expectedBytes += file.bytes;
    if (this.config.gated) {
      const response = await this.#plain(file);
      this.#count(file.bytes);
      return response;
    }
    const { response, source } = await loadChecked(file, this.config.root, { onBytes: (bytes) => this.#count(bytes) });
    if (file.cdn !== null) this.source = source;
    return response;
  }

  async #plain(file: CheckedFile): Promise<Response> {
    // The path of all else names its version. These two need the hash: another tab may have taken an update.
    const versioned = file.path.startsWith("wheels/") ? { integrity: file.integrity } : {};
    const response = await fetch(new URL(file.path, this.config.root), versioned);
    if (response.ok) return response;
    // The service worker refuses with a sentence for the learner.
    if (response.headers.get("content-type")?.startsWith("text/plain")) throw new Error(await response.text());
    throw new RuntimeFileError(file.path, false, new Error(`the server answered ${response.status}`));
  }

  #count(bytes: number): void {
    this.#loadedBytes += bytes;
    this.report(this.#loadedBytes / this.#expectedBytes);
  }
}
