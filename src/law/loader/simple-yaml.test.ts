import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { fullYamlSource, LAW_FOLDER, readYaml, yamlFiles, yamlSource } from "../files.ts";
import { readSimpleYaml } from "./simple-yaml.ts";

const lawFiles = ["parameters", "switches", "rulebook", "criteria"]
  .flatMap((folder) => yamlFiles(LAW_FOLDER, folder))
  .concat("sources.yaml", "coverage.yaml", "published.yaml", "version.yaml");

describe("the quick reader of plain YAML", () => {
  it("reads maps, lists, quoted texts and comments", () => {
    const text = '# comment\na: one\nb:\n  c: "two: \\"2\\""\nd:\n  - e: x\n    f: y\n  - e: z\nl:\n  - 1\n  - 2\n';
    expect(readSimpleYaml(text)?.data).toEqual({
      a: "one",
      b: { c: 'two: "2"' },
      d: [{ e: "x", f: "y" }, { e: "z" }],
      l: ["1", "2"],
    });
  });

  it("tells the line of a place, or of its nearest parent", () => {
    const read = readSimpleYaml("a: one\n# comment\nb:\n  - c: x\n    d: y\n  - c: z\n");
    expect(read?.lineOf(["b"])).toBe(3);
    expect(read?.lineOf(["b", 0, "d"])).toBe(5);
    expect(read?.lineOf(["b", 1])).toBe(6);
    expect(read?.lineOf(["b", 1, "missing", "deeper"])).toBe(6);
    expect(read?.lineOf(["nothing"])).toBe(1);
  });

  it("leaves every other form to the full parser", () => {
    const other = [
      "",
      "a: [1, 2]\n",
      "a: {b: c}\n",
      "a: |\n  text\n",
      "a: >-\n  text\n",
      "a: &x one\nb: *x\n",
      "a: 'single'\n",
      "a: one\n  two\n",
      "a: one # remark\n",
      "a: b: c\n",
      "a:\nb: c\n",
      "a: one\na: two\n",
      "a: !tag x\n",
      "a:\tone\n",
      "a: one\r\n",
      "---\na: one\n",
      "just text\n",
      'a: "\\u00e9"\n',
      "a:\n  b: c\n d: e\n",
      "a: text:\n",
      "a: 'x\n",
    ];
    for (const text of other) expect([text, readSimpleYaml(text)]).toEqual([text, null]);
  });

  it("gives for every file of the law what the full parser gives, lines included", () => {
    for (const file of lawFiles) {
      const quick = readYaml(LAW_FOLDER, file);
      const full = fullYamlSource(file, textOf(file));
      expect([file, quick.data]).toEqual([file, full.data]);
      for (const place of placesIn(full.data))
        expect([file, place, quick.lineOf(place)]).toEqual([file, place, full.lineOf(place)]);
    }
  });

  it("never gives something else than the full parser, whatever the text", () => {
    const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .:,'"#%()&*|>-]{0,12}$/);
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        word,
        fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9.]{0,6}$/), tie("node"), { minKeys: 1, maxKeys: 4 }),
        fc.array(tie("node"), { minLength: 1, maxLength: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tree, { minKeys: 1 }), (data) => {
        const text = stringify(data);
        const quick = readSimpleYaml(text);
        if (quick) expect(quick.data).toEqual(fullYamlSource("x.yaml", text).data);
      }),
    );
  });
});

describe("a text that is not YAML", () => {
  it("gives its line and reason", () => {
    const source = yamlSource("x.yaml", "a: one\nb: [1, 2\n");
    expect(source.data).toBeNull();
    expect(source.unreadable?.line).toBeGreaterThanOrEqual(2);
  });

  it("may not name what is nowhere, nor grow without end", () => {
    const level = (n: number) =>
      `a${n}: &a${n} [${Array(10)
        .fill(n === 0 ? "x" : `*a${n - 1}`)
        .join(", ")}]`;
    const growing = Array.from({ length: 9 }, (_, n) => level(n)).join("\n");
    for (const text of ["a: *nowhere", "<<: *nowhere", growing]) {
      const source = yamlSource("x.yaml", text);
      expect([source.data, source.unreadable?.reason]).toEqual([null, expect.stringMatching(/alias/i)]);
    }
  });
});

function textOf(file: string): string {
  return readFileSync(`${LAW_FOLDER}/${file}`, "utf8");
}

/** Every place that holds a text, a map or a list. */
function placesIn(data: unknown, place: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof data !== "object" || data === null) return [];
  const steps = Array.isArray(data) ? [...data.keys()] : Object.keys(data);
  return steps.flatMap((step) => {
    const below = [...place, step];
    const value = (data as Record<string | number, unknown>)[step];
    return typeof value === "string" ? [below] : placesIn(value, below);
  });
}
