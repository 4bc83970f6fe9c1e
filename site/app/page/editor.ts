/** The code editor, CodeMirror 6 with what Python needs. A chunk of its own: only `code-box.ts` imports it, late. */

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentLess, indentMore, insertTab } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, LanguageSupport } from "@codemirror/language";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorSelection, EditorState, type Extension, StateEffect, StateField, Transaction } from "@codemirror/state";
import {
  type Command,
  Decoration,
  type DecorationSet,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  keymap,
} from "@codemirror/view";

import { editorTheme, pygmentsColours } from "./editor-look";

export interface EditorOptions {
  /** Accessible name. */
  label: string;
  /** Accessible description. */
  help: string;
  /** The text to which undo can go back at most. */
  original: string;
  source: string;
  selection: { anchor: number; head: number };
  /** Called after changes by the learner. */
  onChange(): void;
  onRun(): void;
}

export interface Editor {
  readonly dom: HTMLElement;
  source: string;
  /** To be called once the editor is in the page; takes the focus if `focus`. */
  shown(focus: boolean): void;
  /** Moves caret and focus to a line, counted from 1; the last one if there are fewer. */
  focusLine(line: number): void;
  markLine(line: number | null): void;
}

const setErrorLine = StateEffect.define<number | null>();
const errorLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let now = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setErrorLine)) now = lineMark(transaction.state, effect.value);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function lineMark(state: EditorState, line: number | null): DecorationSet {
  if (line === null || line < 1 || line > state.doc.lines) return Decoration.none;
  return Decoration.set(Decoration.line({ class: "pg-error-line" }).range(state.doc.line(line).from));
}

/** Tab: indents the selected lines, or inserts spaces up to the next stop. */
const indent: Command = (view) =>
  view.state.selection.ranges.some((range) => !range.empty) || atLineStart(view) ? indentMore(view) : insertSpaces(view);

function atLineStart(view: EditorView): boolean {
  const { head } = view.state.selection.main;
  const line = view.state.doc.lineAt(head);
  return /^\s*$/.test(line.text.slice(0, head - line.from)) && line.text.trim() !== "";
}

const insertSpaces: Command = (view) => {
  const { state } = view;
  if (state.readOnly) return insertTab(view);
  const { head } = state.selection.main;
  const column = head - state.doc.lineAt(head).from;
  view.dispatch(state.replaceSelection(" ".repeat(4 - (column % 4))), { scrollIntoView: true });
  return true;
};

/**
 * Typing over a selection, done by us: Chromium would keep the look of what it replaces in an inline style, which the
 * page's content policy refuses with an error on the console.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const text = event.data;
    // The page's selection, as CodeMirror may not have heard of the latest change yet.
    const { anchorNode, anchorOffset, focusNode, focusOffset, isCollapsed } = document.getSelection() ?? {};
    if (event.inputType !== "insertText" || !text || isCollapsed !== false || view.composing) return false;
    if (!anchorNode || !focusNode || !view.contentDOM.contains(anchorNode) || !view.contentDOM.contains(focusNode)) return false;
    const ends = [view.posAtDOM(anchorNode, anchorOffset), view.posAtDOM(focusNode, focusOffset)];
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    event.preventDefault();
    const insert = () =>
      view.state.update({
        changes: { from, to, insert: text },
        selection: { anchor: from + text.length },
        userEvent: "input.type",
        scrollIntoView: true,
      });
    if (!view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, text, insert))) view.dispatch(insert());
    return true;
  },
});

function extensions({ label, help, onChange, onRun }: EditorOptions): Extension[] {
  const run: Command = () => {
    onRun();
    return true;
  };
  return [
    keymap.of([
      { key: "Mod-Enter", run },
      { key: "Ctrl-Enter", run },
      { key: "Shift-Enter", run },
      { key: "Tab", run: indent, shift: indentLess },
    ]),
    history(),
    drawSelection(),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    new LanguageSupport(pythonLanguage),
    indentUnit.of("    "),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    errorLine,
    typeOver,
    pygmentsColours,
    editorTheme,
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({
      "aria-label": label,
      "aria-description": help,
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
      translate: "no",
    }),
    EditorView.editorAttributes.of({ class: "pg-editor" }),
    EditorView.updateListener.of((update) => {
      const own = update.transactions.some((transaction) => transaction.annotation(Transaction.remote));
      if (update.docChanged && !own) onChange();
    }),
  ];
}

/** Replaces everything; without telling `onChange`. */
function replaceAll(view: EditorView, text: string): void {
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    annotations: Transaction.remote.of(true),
  });
}

/** Makes an editor that isn't in the page yet; put `dom` there, then call `shown`. */
export function openEditor(options: EditorOptions): Editor {
  const { original, source, selection } = options;
  const view = new EditorView({ state: EditorState.create({ doc: original, extensions: extensions(options) }) });
  // What was typed before the editor came is a change, so that undo takes it back.
  if (source !== original) replaceAll(view, source);
  view.dispatch({ selection: EditorSelection.single(selection.anchor, selection.head) });
  return {
    dom: view.dom,
    get source() {
      return view.state.doc.toString();
    },
    set source(text: string) {
      replaceAll(view, text);
    },
    shown(focus) {
      view.requestMeasure();
      if (focus) view.focus();
    },
    focusLine(line) {
      const at = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
      const start = at.from + (at.text.length - at.text.trimStart().length);
      view.dispatch({ selection: { anchor: start }, scrollIntoView: true });
      view.focus();
    },
    markLine(line) {
      view.dispatch({ effects: setErrorLine.of(line) });
    },
  };
}
