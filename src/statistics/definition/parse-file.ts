// A YAML file with one question, or with a list of them under `figures`.
import { fail, localized, ok, type Result } from "../../kernel/index.ts";
import type { Definition } from "./definition.ts";
import { type ParseContext, parseDefinition } from "./parse.ts";
import { isObject } from "./plain-data.ts";
import { type PlacedIssue, readYaml } from "./yaml-edge.ts";

/** Every question in the file, or every mistake at its line. Ids must differ. */
export function parseFigureFile(
  text: string,
  file: string,
  context: ParseContext = {},
): Result<readonly Definition[], readonly PlacedIssue[]> {
  const read = readYaml(text, file);
  if (!read.ok) return read;
  const { data, place } = read.value;
  const inList = isObject(data) && Array.isArray(data.figures);
  const entries: readonly unknown[] = inList ? (data.figures as unknown[]) : [data];
  const found: Definition[] = [];
  const mistakes: PlacedIssue[] = [];
  for (const [index, entry] of entries.entries()) {
    const prefix = inList ? ["figures", index] : [];
    const parsed = parseDefinition(entry, context);
    if (!parsed.ok) {
      mistakes.push(...parsed.error.map((issue) => place({ ...issue, path: [...prefix, ...issue.path] })));
    } else if (found.some((other) => other.id === parsed.value.id)) {
      const message = localized(
        `De naam “${parsed.value.id}” komt twee keer voor.`,
        `The name “${parsed.value.id}” occurs twice.`,
        `Le nom « ${parsed.value.id} » apparaît deux fois.`,
      );
      mistakes.push(place({ path: [...prefix, "id"], problem: { id: "figure.sameId", field: "id", message } }));
    } else {
      found.push(parsed.value);
    }
  }
  return mistakes.length > 0 ? fail(mistakes) : ok(found);
}
