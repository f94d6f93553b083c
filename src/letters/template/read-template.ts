// Reads a template and holds it against what its kind of letter offers: every slot, flag and insert must be known.
import { COMMON_TEXTS, isLetterKind, LETTER_KINDS, type LetterKindFacts } from "./kinds.ts";
import { type Condition, type SlotText, type Template, TemplateError, type TemplateItem } from "./template.ts";
import { childOf, type Entry, readYaml, type YamlValue } from "./yaml.ts";

const SLOT = /\{([A-Za-z]+)\}/g;

/** @throws TemplateError with everything that is wrong, each by file and line. */
export function readTemplate(file: string, text: string): Template {
  const flaws: string[] = [];
  const flaw = (line: number, what: string) => flaws.push(`${file}:${line} ${what}`);
  const root = readYaml(text, flaw);
  const template = root === null ? null : new Reader(file, flaw).template(root);
  if (flaws.length > 0 || template === null) throw new TemplateError(flaws);
  return template;
}

class Reader {
  private readonly file: string;
  private readonly flaw: (line: number, what: string) => void;
  private offers: LetterKindFacts | null = null;

  constructor(file: string, flaw: (line: number, what: string) => void) {
    this.file = file;
    this.flaw = flaw;
  }

  template(root: YamlValue): Template | null {
    if (root.type !== "map") {
      this.flaw(root.line, "a template has kind, title, summary and body");
      return null;
    }
    for (const entry of root.entries)
      if (!["kind", "title", "summary", "body"].includes(entry.key)) this.flaw(entry.line, `there is no part "${entry.key}"`);
    const kind = childOf(root, "kind");
    if (kind?.type !== "text" || !isLetterKind(kind.text)) {
      this.flaw(kind?.line ?? root.line, `kind must be one of ${Object.keys(LETTER_KINDS).join(", ")}`);
      return null;
    }
    this.offers = LETTER_KINDS[kind.text];
    const title = this.text(childOf(root, "title"), root.line, "title");
    const summary = this.list(childOf(root, "summary"), root.line, "summary").map((item) => ({
      condition: this.condition(item),
      text: this.text(item.type === "map" ? childOf(item, "text") : item, item.line, "a sentence of the summary"),
    }));
    const body = this.list(childOf(root, "body"), root.line, "body").flatMap((item) => this.item(item) ?? []);
    return { kind: kind.text, file: this.file, title, summary, body };
  }

  private item(item: YamlValue): TemplateItem | null {
    if (item.type !== "map") {
      this.flaw(item.line, "a part of the body is heading, text, list, notice or insert");
      return null;
    }
    const condition = this.condition(item);
    const about = item.entries.filter((entry) => entry.key !== "when" && entry.key !== "unless");
    const [first, second] = about as [Entry | undefined, Entry | undefined];
    if (first === undefined) {
      this.flaw(item.line, "this part says nothing");
      return null;
    }
    const { line } = first;
    const alone = (type: TemplateItem["type"]) => {
      if (second !== undefined) this.flaw(second.line, `"${second.key}" does not belong to a ${type}`);
    };
    switch (first.key) {
      case "heading":
      case "text":
        alone(first.key === "heading" ? "heading" : "paragraph");
        return {
          type: first.key === "heading" ? "heading" : "paragraph",
          condition,
          text: this.text(first.value, line, first.key),
        };
      case "list":
        alone("list");
        return {
          type: "list",
          condition,
          items: this.list(first.value, line, "list").map((one) => this.text(one, one.line, "an item")),
        };
      case "notice":
        return {
          type: "notice",
          condition,
          title: this.text(first.value, line, "notice"),
          text: this.text(second?.key === "text" ? second.value : undefined, line, "text of the notice"),
        };
      case "insert": {
        alone("insert");
        const name = first.value.type === "text" ? first.value.text : "";
        const known = this.offers?.inserts ?? [];
        if (!known.includes(name)) this.flaw(line, `this letter has no part "${name}" to insert; it has ${said(known)}`);
        return { type: "insert", condition, name, file: this.file, line };
      }
      default:
        this.flaw(line, `"${first.key}" is not heading, text, list, notice or insert`);
        return null;
    }
  }

  private condition(item: YamlValue): Condition | null {
    if (item.type !== "map") return null;
    const entry = item.entries.find((one) => one.key === "when" || one.key === "unless");
    if (entry === undefined) return null;
    const flag = entry.value.type === "text" ? entry.value.text : "";
    const known = this.offers?.flags ?? [];
    if (!known.includes(flag)) this.flaw(entry.line, `this letter has no condition "${flag}"; it has ${said(known)}`);
    return { flag, is: entry.key === "when" };
  }

  private text(value: YamlValue | undefined, line: number, what: string): SlotText {
    if (value?.type !== "text" || value.text.trim() === "") {
      this.flaw(value?.line ?? line, `${what} must be a text`);
      return { text: "", slots: [], file: this.file, line: value?.line ?? line };
    }
    const slots = [...value.text.matchAll(SLOT)].map((match) => match[1] as string);
    const known: readonly string[] = [...COMMON_TEXTS, ...(this.offers?.texts ?? [])];
    for (const slot of slots)
      if (!known.includes(slot)) this.flaw(value.line, `this letter has no slot {${slot}}; it has ${said(known)}`);
    if (/[{}]/.test(value.text.replace(SLOT, ""))) this.flaw(value.line, "a brace stands alone; a slot is written {name}");
    return { text: value.text.trim(), slots, file: this.file, line: value.line };
  }

  private list(value: YamlValue | undefined, line: number, what: string): readonly YamlValue[] {
    if (value?.type === "list") return value.items;
    this.flaw(value?.line ?? line, `${what} must be a list`);
    return [];
  }
}

const said = (names: readonly string[]) => (names.length === 0 ? "none" : names.join(", "));
