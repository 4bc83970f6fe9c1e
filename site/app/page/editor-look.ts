/**
 * How code looks in the editor: the class names that Pygments gives it on the page, and the variables of tokens.css.
 *
 * CodeMirror's style sheets lie outside the CSS layers and so win over them; what must agree with the page is
 * therefore set here, from the same variables.
 */

import { syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { type Extension, RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";

import { builtinClass } from "./python-names";

const classes = tagHighlighter([
  { tag: tags.keyword, class: "k" },
  { tag: tags.moduleKeyword, class: "kn" },
  { tag: tags.operatorKeyword, class: "ow" },
  { tag: [tags.bool, tags.null], class: "kc" },
  { tag: tags.self, class: "bp" },
  { tag: tags.number, class: "mi" },
  { tag: [tags.string, tags.special(tags.string)], class: "s1" },
  { tag: tags.docString, class: "sd" },
  { tag: tags.escape, class: "se" },
  { tag: tags.comment, class: "c1" },
  { tag: tags.operator, class: "o" },
  { tag: [tags.punctuation, tags.bracket, tags.separator, tags.derefOperator], class: "p" },
  { tag: tags.meta, class: "nd" },
  { tag: tags.function(tags.definition(tags.variableName)), class: "nf" },
  { tag: tags.definition(tags.className), class: "nc" },
  { tag: tags.className, class: "nc" },
  { tag: tags.invalid, class: "err" },
]);

const marks = new Map(["nb", "bp", "ne"].map((name) => [name, Decoration.mark({ class: name })]));

/** The grammar knows no built-in names, so they are marked by a list. */
const builtins = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = markBuiltins(view);
    }

    update(update: ViewUpdate): void {
      const parsed = syntaxTree(update.state) !== syntaxTree(update.startState);
      if (update.docChanged || update.viewportChanged || parsed) this.decorations = markBuiltins(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function markBuiltins(view: EditorView): DecorationSet {
  const found = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        if (node.name !== "VariableName") return;
        const mark = marks.get(builtinClass.get(view.state.sliceDoc(node.from, node.to)) ?? "");
        if (mark) found.add(node.from, node.to, mark);
      },
    });
  }
  return found.finish();
}

export const pygmentsColours: Extension = [syntaxHighlighting(classes), builtins];

export const editorTheme: Extension = EditorView.theme({
  "&": { color: "inherit", backgroundColor: "transparent", flex: "1 1 auto", minWidth: "0" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit", overflowX: "auto" },
  ".cm-content": { padding: "var(--pg-code-padding)", caretColor: "var(--pg-caret, currentColor)" },
  ".cm-line": { padding: "0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--pg-caret, currentColor)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--pg-selection, Highlight)",
  },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "var(--pg-active-line, transparent)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--pg-bracket, transparent)", outline: "1px solid" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", outline: "1px dashed" },
  ".cm-selectionMatch": { backgroundColor: "var(--pg-search-match, transparent)" },
  ".cm-searchMatch": { backgroundColor: "var(--pg-search-match, Mark)", outline: "none" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--pg-search-match-current, Highlight)" },
  ".cm-panels": {
    color: "var(--pg-panel-text, CanvasText)",
    backgroundColor: "var(--pg-panel-background, Canvas)",
    fontFamily: "inherit",
  },
  ".pg-error-line": { backgroundColor: "var(--pg-error-line, transparent)" },
});
