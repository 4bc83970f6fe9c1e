/**
 * Installs what a program imports: first the wheels that the site serves itself, then those of the Pyodide
 * distribution from its CDN. Every one is checked against the hash in its list. What neither has is left to micropip.
 */
import type { PyodideAPI } from "pyodide";

import type { Runtime } from "./runtime";

/** One entry of a lock file, as far as it is read here. */
interface Package {
  name: string;
  file_name: string;
  imports: string[];
  depends: string[];
}

interface Distribution {
  packages: Record<string, Package>;
}

/** The parts of Pyodide's own state that know packages. */
interface PackageState {
  lockfile_packages: Record<string, Package>;
}

/** What could not be installed, with the sentence that an import then gives. */
export type Missing = Record<string, string>;

export class Packages {
  readonly #known: Record<string, Package>;
  readonly #own: Set<string>;
  #distribution: Promise<void> | null = null;

  /** @param say Shows what is being done; null when it is done. */
  constructor(
    private readonly pyodide: PyodideAPI,
    private readonly runtime: Runtime,
    private readonly say: (text: string) => void,
  ) {
    this.#known = (pyodide as unknown as { _api: PackageState })._api.lockfile_packages;
    this.#own = new Set(Object.keys(this.#known));
  }

  /**
   * Install packages for top-level names of modules that can't be imported.
   *
   * @returns Why some could not; names that no package has are not in it.
   */
  async install(modules: string[]): Promise<Missing> {
    const missing: Missing = {};
    for (const module of modules) {
      const problem = await this.#installOne(module);
      if (problem !== null) missing[module] = problem;
    }
    return missing;
  }

  async #installOne(module: string): Promise<string | null> {
    let key = this.#find(module);
    if (key === null) {
      try {
        await this.#learnDistribution();
      } catch {
        return `No module named '${module}': it is not among the packages of this site, and the list of further ones could not be loaded. ${CONNECT}`;
      }
      key = this.#find(module);
    }
    if (key === null) return null;
    const { name } = this.#known[key] as Package;
    this.say(`Installing ${name}`);
    return this.#load(key, name, module);
  }

  async #load(key: string, name: string, module: string): Promise<string | null> {
    const problems: string[] = [];
    const options = { messageCallback: () => undefined, errorCallback: (text: string) => void problems.push(text) };
    try {
      await this.pyodide.loadPackage(key, options);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
    if (problems.length === 0) return null;
    console.debug(`${name} was not installed:`, problems);
    const where = this.#own.has(key) ? "it could not be loaded from this site" : "it is downloaded when first used, and that needs the network";
    return `No module named '${module}': ${name} was not installed, because ${where}. ${CONNECT}`;
  }

  #find(module: string): string | null {
    return Object.keys(this.#known).find((key) => this.#known[key]?.imports.includes(module)) ?? null;
  }

  /** Adds the distribution's packages to those that Pyodide knows; ours go first. */
  #learnDistribution(): Promise<void> {
    this.#distribution ??= this.#readDistribution().catch((error: unknown) => {
      this.#distribution = null; // the network may be back next time
      this.runtime.forget("distribution.json");
      throw error;
    });
    return this.#distribution;
  }

  async #readDistribution(): Promise<void> {
    const { packages } = JSON.parse(await this.runtime.text("distribution.json")) as Distribution;
    for (const [key, entry] of Object.entries(packages)) this.#known[key] ??= entry;
  }
}

const CONNECT = "Connect to the internet and run again.";
