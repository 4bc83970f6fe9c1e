/** Reading text and selection out of an editable `<pre>`, where browsers may write a line end as text or as `<br>`. */

/** The text, without the final newline that every `<pre>` of ours ends in. */
export function plainText(root: Node): string {
  return rawText(root).replace(/\n$/, "");
}

/** The selection as offsets into `plainText`; both at the end when it is elsewhere. */
export function selectionIn(root: Node): { anchor: number; head: number } {
  const length = plainText(root).length;
  const selection = document.getSelection();
  const offset = (node: Node | null | undefined, at: number) => {
    if (!node || !root.contains(node)) return length;
    const range = document.createRange();
    range.setStart(root, 0);
    range.setEnd(node, at);
    return Math.min(rawText(range.cloneContents()).length, length);
  };
  return {
    anchor: offset(selection?.anchorNode, selection?.anchorOffset ?? 0),
    head: offset(selection?.focusNode, selection?.focusOffset ?? 0),
  };
}

/** Puts text in place of what is selected, and the caret behind it. */
export function replaceSelection(selection: Selection, text: string): void {
  const range = selection.getRangeAt(0);
  range.deleteContents();
  range.insertNode(document.createTextNode(text));
  range.collapse(false);
  selection.removeAllRanges();
  selection.addRange(range);
}

function rawText(root: Node): string {
  let text = "";
  for (const node of root.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += node.nodeValue ?? "";
    else if (node.nodeName === "BR") text += "\n";
    else text += rawText(node);
  }
  return text;
}
