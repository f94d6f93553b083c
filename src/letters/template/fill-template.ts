// Puts a case into a template: texts into slots, computed parts into their places. A slot without value is an error, never a gap.
import type { Block } from "../document/document.ts";
import type { Conditional, SlotText, Template } from "./template.ts";
import { TemplateError } from "./template.ts";

export interface Slots {
  readonly texts: Readonly<Record<string, string>>;
  readonly flags: Readonly<Record<string, boolean>>;
  readonly inserts: Readonly<Record<string, readonly Block[]>>;
}

export interface Filled {
  readonly title: string;
  readonly summary: readonly string[];
  readonly blocks: readonly Block[];
}

/** @throws TemplateError naming file and line of each slot, condition or part that the case does not have. */
export function fillTemplate(template: Template, slots: Slots): Filled {
  const flaws: string[] = [];
  const text = ({ text: pattern, file, line }: SlotText): string =>
    pattern.replace(/\{([A-Za-z]+)\}/g, (_, name: string) => {
      const value = slots.texts[name];
      if (value === undefined || value === "") flaws.push(`${file}:${line} the slot {${name}} has no value in this letter`);
      return value ?? "";
    });
  const shown = ({ condition }: Conditional): boolean => {
    if (condition === null) return true;
    const value = slots.flags[condition.flag];
    if (value === undefined) flaws.push(`${template.file}: the condition "${condition.flag}" has no value in this letter`);
    return value === condition.is;
  };
  const title = text(template.title);
  const summary = template.summary.filter(shown).map((one) => text(one.text));
  const blocks: Block[] = [];
  for (const item of template.body) {
    if (!shown(item)) continue;
    switch (item.type) {
      case "heading":
      case "paragraph":
        blocks.push({ type: item.type, text: text(item.text) });
        break;
      case "list":
        blocks.push({ type: "list", items: item.items.map(text) });
        break;
      case "notice":
        blocks.push({ type: "notice", title: text(item.title), text: text(item.text) });
        break;
      case "insert": {
        const part = slots.inserts[item.name];
        if (part === undefined) flaws.push(`${item.file}:${item.line} the part "${item.name}" has no value in this letter`);
        else blocks.push(...part);
      }
    }
  }
  if (flaws.length > 0) throw new TemplateError(flaws);
  return { title, summary, blocks: withoutEmptyHeadings(blocks) };
}

/** A heading whose parts are all empty in this case goes with them. */
function withoutEmptyHeadings(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, at) => {
    const next = blocks[at + 1];
    return block.type !== "heading" || (next !== undefined && next.type !== "heading");
  });
}
