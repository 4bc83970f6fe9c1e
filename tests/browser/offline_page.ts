/** Script of the pages of `small_site.py`: starts the real offline code and remembers what it was told. */
import { acceptUpdate, keepStorage, saveNow, startOffline } from "../../site/app/page/offline";
import type { CheckedFile, PageConfig } from "../../site/app/protocol";
import { type LoadOptions, loadChecked } from "../../site/app/runtime-files";

const element = document.querySelector("#pg-config");
const config = JSON.parse(element?.textContent ?? "") as PageConfig;
const root = new URL(config.base, location.href);

const pg = {
  saving: [] as unknown[],
  updates: 0,
  sources: [] as string[],
  acceptUpdate,
  saveNow,
  keepStorage,
  /** As the kernel loads a file where no service worker is. */
  async load(file: CheckedFile, options: LoadOptions): Promise<{ source: string; url: string; bytes: number }> {
    const { response, source } = await loadChecked(file, root.href, options);
    return { source, url: response.url, bytes: (await response.arrayBuffer()).byteLength };
  },
  /** The part that a real page loads when the learner goes to edit. */
  editor: (): Promise<{ version: string }> => import(new URL(`_app/editor-${config.buildId}.js`, root).href),
  started: Promise.resolve({ gated: false }),
};

pg.started = startOffline(config, {
  onSaving: (event) => pg.saving.push(event),
  onUpdateReady: () => (pg.updates += 1),
  onSource: (source) => pg.sources.push(source),
});
Object.assign(globalThis, { pg });
