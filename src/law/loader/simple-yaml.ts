// Reads the plain part of YAML in which the law's files are written: maps, lists, one-line texts and comment lines. It is there for
// speed (every command and every page starts by loading the law); whatever is not that plain is left to the full parser.
import type { Place } from "./law-source.ts";

export interface SimpleYaml {
  readonly data: unknown;
  readonly lineOf: (place: Place) => number;
}

interface Line {
  readonly indent: number;
  readonly text: string;
  readonly number: number;
}

const KEY = /^([A-Za-z0-9][\w.@/-]*):(?: +(\S.*))?$/;
/** What a plain text may not begin with, hold or end with: there YAML gives the character a meaning of its own. */
const NOT_PLAIN = /^[-?:,[\]{}#&*!|>'"%@`]|: | #|:$/;
const QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;
const NOT_SIMPLE = Symbol("not simple");

/** The data of a text (every scalar as text), or null when the text needs the full parser. */
export function readSimpleYaml(text: string): SimpleYaml | null {
  const lines = splitLines(text);
  if (lines === null || lines.length === 0) return null;
  try {
    const data = new Reader(lines, null).document();
    return { data, lineOf: lazyLineOf(lines) };
  } catch (reason) {
    if (reason === NOT_SIMPLE) return null;
    throw reason;
  }
}

function splitLines(text: string): Line[] | null {
  if (text.includes("\t") || text.includes("\r")) return null;
  const lines: Line[] = [];
  text.split("\n").forEach((raw, index) => {
    const trimmed = raw.trim();
    if (trimmed !== "" && !trimmed.startsWith("#"))
      lines.push({ indent: raw.length - raw.trimStart().length, text: trimmed, number: index + 1 });
  });
  return lines;
}

/** Lines are only looked up to report an error, so they are found in a second reading. */
function lazyLineOf(lines: readonly Line[]): (place: Place) => number {
  let found: Map<string, number> | null = null;
  return (place) => {
    if (found === null) {
      found = new Map();
      new Reader(lines, found).document();
    }
    for (let length = place.length; length > 0; length -= 1) {
      const line = found.get(nameOf(place.slice(0, length)));
      if (line !== undefined) return line;
    }
    return 1;
  };
}

function nameOf(place: Place): string {
  return place.join("\n");
}

class Reader {
  private readonly lines: Line[];
  private readonly found: Map<string, number> | null;
  private readonly place: (string | number)[] = [];
  private at = 0;

  constructor(lines: readonly Line[], found: Map<string, number> | null) {
    this.lines = [...lines];
    this.found = found;
  }

  document(): unknown {
    const data = this.node(0);
    if (this.at < this.lines.length) throw NOT_SIMPLE;
    return data;
  }

  private node(indent: number): unknown {
    const line = this.lines[this.at]!;
    if (line.indent !== indent) throw NOT_SIMPLE;
    return isItem(line) ? this.list(indent) : this.map(indent);
  }

  private map(indent: number): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    for (let line = this.lines[this.at]; line?.indent === indent && !isItem(line); line = this.lines[this.at]) {
      const [, key, rest] = KEY.exec(line.text) ?? [];
      if (key === undefined || Object.hasOwn(map, key)) throw NOT_SIMPLE;
      this.at += 1;
      this.enter(key, line);
      map[key] = rest === undefined ? this.below(indent) : scalar(rest);
      this.place.pop();
    }
    return map;
  }

  private list(indent: number): unknown[] {
    const list: unknown[] = [];
    for (let line = this.lines[this.at]; line?.indent === indent && isItem(line); line = this.lines[this.at]) {
      this.enter(list.length, line);
      const text = line.text.slice(2).trimStart();
      if (KEY.test(text)) {
        // The item's first key stands on the line of its dash: read it as a line of its own, two places further in.
        this.lines[this.at] = { indent: indent + 2, text, number: line.number };
        list.push(this.map(indent + 2));
      } else {
        this.at += 1;
        list.push(scalar(text));
      }
      this.place.pop();
    }
    return list;
  }

  /** What stands under a key without a value on its line. */
  private below(indent: number): unknown {
    const next = this.lines[this.at];
    if (next === undefined || next.indent < indent || (next.indent === indent && !isItem(next))) throw NOT_SIMPLE;
    return this.node(next.indent);
  }

  private enter(step: string | number, line: Line): void {
    this.place.push(step);
    this.found?.set(nameOf(this.place), line.number);
  }
}

function isItem(line: Line): boolean {
  return line.text.startsWith("- ");
}

function scalar(text: string): string {
  const quoted = QUOTED.exec(text);
  if (quoted) return quoted[1]!.replace(/\\(.)/g, "$1");
  if (NOT_PLAIN.test(text)) throw NOT_SIMPLE;
  return text;
}
