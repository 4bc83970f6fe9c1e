/** Shows what is solved in the navigation and on the course map, and where the learner was last. */

import type { Course } from "../protocol";
import { make } from "./dom";
import type { Page } from "./page";
import { strings } from "./strings";

/** Marks everything now, and again whenever progress changes. */
export async function showProgress(page: Page): Promise<void> {
  const { store } = page;
  const marked = document.querySelector("[data-exercise]:not(pg-exercise)") !== null;
  const anything = () => store.names("exercise").length > 0 || marked;
  let course: Course | null = anything() ? await readCourse(page) : null;
  if (course) mark(page, course);
  store.listen(({ kind }) => {
    if (kind === "exercise") void update();
  });
  async function update(): Promise<void> {
    course ??= await readCourse(page);
    if (course) mark(page, course);
  }
}

/** Keeps this page as the last one, or on the home page offers the way back to it. */
export function rememberPage({ config, root, store }: Page): void {
  const heading = document.querySelector("h1");
  const here = config.page;
  if (here !== "index") {
    const isLesson = document.querySelector("pg-cell:not(#playground), pg-exercise, pg-quiz, pg-order, pg-explain");
    if (isLesson && heading) store.set("last-page", "", { page: here, title: headingText(heading) });
    return;
  }
  const last = store.get("last-page", "");
  if (!last) return;
  const place = document.querySelector<HTMLElement>(".pg-continue") ?? make("p", { class: "pg-continue" });
  const href = new URL(`${last.page}.html`, root);
  // A record is the learner's own data, yet a link must never lead out of the course.
  if (!href.href.startsWith(root.href)) return;
  place.replaceChildren(make("a", { class: "pg-continue-link", href: href.href }, strings.progress.continueAt(last.title)));
  place.hidden = false;
  if (!place.isConnected) heading?.after(place);
}

async function readCourse({ root }: Page): Promise<Course | null> {
  try {
    const response = await fetch(new URL("course.json", root));
    return response.ok ? ((await response.json()) as Course) : null;
  } catch (error) {
    console.warn("The course's list could not be read, so progress is not marked:", error);
    return null;
  }
}

interface Count {
  solved: number;
  exercises: number;
}

function mark({ store }: Page, course: Course): void {
  const isSolved = (id: string) => typeof store.get("exercise", id)?.solvedAt === "number";
  for (const item of document.querySelectorAll<HTMLElement>("[data-exercise]:not(pg-exercise)")) {
    markExercise(item, isSolved(item.dataset["exercise"] ?? ""));
  }
  const pages = course.sections.flatMap((section) => section.pages);
  const counts = new Map(
    pages.map(({ page, exercises }) => [page, { solved: exercises.filter(({ id }) => isSolved(id)).length, exercises: exercises.length }]),
  );
  for (const item of document.querySelectorAll<HTMLElement>("[data-page]")) {
    const count = counts.get(item.dataset["page"] ?? "");
    if (count?.exercises) markPage(item, count);
  }
}

function markExercise(item: HTMLElement, solved: boolean): void {
  item.dataset["solved"] = solved ? "yes" : "no";
  const now = item.querySelector(":scope > .pg-solved-mark");
  if (!solved) now?.remove();
  else if (!now) item.append(" ", make("span", { class: "pg-solved-mark" }, strings.exercise.solved));
}

function markPage(item: HTMLElement, { solved, exercises }: Count): void {
  item.dataset["solved"] = String(solved);
  item.dataset["exercises"] = String(exercises);
  item.toggleAttribute("data-complete", solved === exercises);
  if (item instanceof HTMLAnchorElement) markLink(item, { solved, exercises });
  else childOf(item, "pg-count").textContent = strings.progress.count(solved, exercises);
}

/** The navigation is for finding pages: a page where nothing is solved yet needs no mark. */
function markLink(link: HTMLAnchorElement, { solved, exercises }: Count): void {
  if (solved === 0) link.querySelector(":scope > .pg-nav-mark")?.remove();
  else {
    childOf(link, "pg-nav-mark").replaceChildren(
      strings.progress.navigation(solved, exercises),
      make("span", { class: "pg-visually-hidden" }, strings.progress.navigationUnit),
    );
  }
}

function childOf(host: HTMLElement, name: string): HTMLElement {
  const found = host.querySelector<HTMLElement>(`:scope > .${name}`);
  if (found) return found;
  const made = make("span", { class: name });
  const list = host.querySelector(":scope > ul, :scope > ol");
  if (list) list.before(made);
  else host.append(made);
  return made;
}

/** Without the link that Sphinx puts behind it. */
function headingText(heading: HTMLElement): string {
  const copy = heading.cloneNode(true) as HTMLElement;
  copy.querySelectorAll(".headerlink").forEach((link) => link.remove());
  return copy.textContent?.trim() ?? "";
}
