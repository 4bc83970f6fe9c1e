/** Entry of every page: finds the settings, makes the parts, gives them to the elements. Decides nothing. */

import { Announcer } from "./announcer";
import { startWhenIdle } from "./boot";
import { PgCell } from "./elements/pg-cell";
import { PageElement } from "./elements/page-element";
import { PgStatus } from "./elements/pg-status";
import { KernelClient } from "./kernel-client";
import { Notices } from "./notices";
import { acceptUpdate, startOffline } from "./offline";
import { readConfig, storagePrefix } from "./page";
import { ProgressStore } from "./progress-store";
import { savingOf } from "./saving";
import { strings } from "./strings";

const config = readConfig();
const root = new URL(config.base, location.href);
const notices = new Notices();

const offline = startOffline(config, {
  onSaving: (event) => document.querySelector<PgStatus>("pg-status")?.showSaving?.(savingOf(event)),
  onUpdateReady: () =>
    notices.show({ text: strings.status.newVersion, action: { label: strings.status.update, run: acceptUpdate } }),
});

const kernel = new KernelClient({
  workerUrl: new URL(config.kernel, root).href,
  config: async () => ({
    root: root.href,
    buildId: config.buildId,
    pyodideVersion: config.pyodideVersion,
    files: config.files,
    gated: (await offline).gated || Boolean(navigator.serviceWorker?.controller),
  }),
});

const warn = (text: string) => notices.show({ text, level: "warning" });
const store = await ProgressStore.open(storagePrefix(root), warn);

PageElement.page = { config, root, kernel, store, announcer: new Announcer(), notices };
customElements.define("pg-status", PgStatus);
customElements.define("pg-cell", PgCell);

void startWhenIdle(kernel);
