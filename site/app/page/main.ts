/** Entry of every page: finds the settings, makes the parts, gives them to the elements. Decides nothing. */

import { Announcer } from "./announcer";
import { startWhenIdle } from "./boot";
import { PageElement } from "./elements/page-element";
import { PgCell } from "./elements/pg-cell";
import { PgExercise } from "./elements/pg-exercise";
import { PgExplain } from "./elements/pg-explain";
import { PgOrder } from "./elements/pg-order";
import { PgQuiz } from "./elements/pg-quiz";
import { PgStatus } from "./elements/pg-status";
import { KernelClient } from "./kernel-client";
import { Notices } from "./notices";
import { acceptUpdate, isGated, keepStorage, startOffline } from "./offline";
import { readConfig, storagePrefix } from "./page";
import { openPlayground } from "./playground";
import { rememberPage, showProgress } from "./progress-marks";
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
  onSource: (source) => kernel.cameFrom(source),
});

const kernel = new KernelClient({
  workerUrl: new URL(config.kernel, root).href,
  config: async () => ({
    root: root.href,
    buildId: config.buildId,
    pyodideVersion: config.pyodideVersion,
    files: config.files,
    gated: (await offline).gated || isGated(),
    ...(config.without && { without: config.without }),
  }),
});

const warn = (text: string) => notices.show({ text, level: "warning" });
const store = await ProgressStore.open(storagePrefix(root), warn);

const page = { config, root, kernel, store, announcer: new Announcer(), notices };

PageElement.page = page;
customElements.define("pg-status", PgStatus);
customElements.define("pg-cell", PgCell);
customElements.define("pg-exercise", PgExercise);
customElements.define("pg-quiz", PgQuiz);
customElements.define("pg-order", PgOrder);
customElements.define("pg-explain", PgExplain);

const playground = document.querySelector<PgCell>("pg-cell#playground");
if (playground) openPlayground(playground, page);
store.onFirstWork(() => void keepStorage());
rememberPage(page);
void showProgress(page);
void startWhenIdle(kernel);
