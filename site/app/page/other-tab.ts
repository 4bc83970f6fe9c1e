/** Asks what to do when another tab has changed code that is also being changed here. */

import { button } from "./dom";
import type { RunView } from "./run-view";
import { strings } from "./strings";

export function askWhichCode(view: RunView, answer: { useOther: () => void; keepMine: () => void }): void {
  const use = button(strings.cell.useOther, "pg-use-other");
  const keep = button(strings.cell.keepMine, "pg-keep-mine pg-quiet");
  const answered = (act: () => void) => () => {
    view.showNote("", "info");
    act();
  };
  use.addEventListener("click", answered(answer.useOther));
  keep.addEventListener("click", answered(answer.keepMine));
  view.showNote(strings.cell.otherTab, "info", use, keep);
}
