/** Reads the message of a failed test: what was called, what came back, what was expected, and advice. */

/** One row of a message; `kind` says which, `label` is what the learner reads. */
export interface Fact {
  kind: "called" | "returned" | "raised" | "printed" | "expected" | "other";
  label: string;
  value: string;
}

export interface TestMessage {
  facts: Fact[];
  /** What stands before the rows: free words. */
  words: string;
  /** What stands after them: advice. */
  hint: string;
  /** Where the learner's code raised, or empty. */
  traceback: string;
}

const kinds: [RegExp, Fact["kind"]][] = [
  [/^you called/i, "called"],
  [/^it returned/i, "returned"],
  [/^it raised/i, "raised"],
  [/^it printed/i, "printed"],
  [/^(expected|it should)/i, "expected"],
];

const row = /^(You \w+|Your \w+(?: \w+)?|It \w+|Expected(?: \w+){0,3}|In|Input|Typed):(?:\s+(.*)|\s*)$/;

/** Messages without rows come back whole as `words`. */
export function readMessage(message: string): TestMessage {
  const [text = "", traceback] = message.trimEnd().split(/^(?=Traceback \(most recent call last\):)/m);
  const facts: Fact[] = [];
  const words: string[] = [];
  const hint: string[] = [];
  let open: Fact | null = null;
  for (const line of text.split("\n")) {
    const [, label, value = ""] = (!hint.length && row.exec(line)) || [];
    if (label !== undefined) facts.push((open = { kind: kindOf(label), label, value }));
    else if (open && line !== "") open.value += `\n${line}`;
    else if (open) open = null;
    else (facts.length ? hint : words).push(line);
  }
  const joined = (lines: string[]) => lines.join("\n").trim();
  return { facts: facts.map(undent), words: joined(words), hint: joined(hint), traceback: traceback ?? "" };
}

function kindOf(label: string): Fact["kind"] {
  return kinds.find(([pattern]) => pattern.test(label))?.[1] ?? "other";
}

/** Later lines of a value are indented to stand below its first one; takes that indentation away. */
function undent(fact: Fact): Fact {
  const [first = "", ...rest] = fact.value.split("\n");
  const indents = rest.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, 14);
  const lines = rest.map((line) => line.slice(indent));
  return { ...fact, value: first === "" ? lines.join("\n") : [first, ...lines].join("\n") };
}
