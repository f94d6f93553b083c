// The commands of docs/lab.md, run as they stand there: they print the figures that the document gives, and write its notes.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { ExitCode } from "../exit-code.ts";
import { run } from "../program.ts";

const folder = mkdtempSync(join(tmpdir(), "lab-"));
afterAll(() => rmSync(folder, { recursive: true }));

const root = new URL("../../../", import.meta.url);
const guide = readFileSync(new URL("docs/lab.md", root), "utf8");
const [, names = ""] = /for reform in ([\w. -]+); do/.exec(guide)!;
const [, command = ""] = /maatwerk (lab run examples\/reforms\/\$reform\.yaml .+)/.exec(guide)!;
const rows = [
  ...guide.matchAll(/^\| [^|]+ \| (€ [\d.]+) \| \+ (€ [\d.]+) \| (€ [\d.]+) – (€ [\d.]+) \| (\d+) \/ (\d+) \/ (\d+) \|$/gm),
];

async function maatwerk(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const stream = (into: string[]) => new PassThrough().on("data", (part: Buffer) => into.push(part.toString("utf8")));
  const code = await run(args, {
    stdin: Readable.from([]),
    stdout: stream(out),
    stderr: stream(err),
    env: { LANG: "nl_BE.UTF-8" },
    stopAsked: () => new Promise(() => {}),
  });
  await new Promise((resolve) => setImmediate(resolve));
  return { code, out: out.join("").replaceAll("\u00a0", " "), err: err.join("") };
}

describe("the note on three reforms", () => {
  it("has a row for each", () => {
    expect(rows).toHaveLength(names.split(" ").length);
  });

  it.each(names.split(" ").map((name, index) => [name, rows[index]!] as const))(
    "of %s says what the document says",
    { timeout: 120_000 },
    async (name, row) => {
      const pdf = join(folder, `${name}.pdf`);
      const args = command.replaceAll("$reform.pdf", pdf).replaceAll("$reform", name).split(" ");
      const { code, out } = await maatwerk(...args);
      expect(code).toBe(ExitCode.ok);
      const [, before, change, low, high, more, less, same] = row;
      expect(out).toContain(`verandert de uitgave met ${change}: van ${before}`);
      expect(out).toContain(`tussen ${low} en ${high}.`);
      expect(out).toContain(`gaan er ${more} op vooruit en ${less} op achteruit; voor ${same} verandert niets`);
      expect(out).toMatch(/een verlies van 40 % \(break-evenloon, voltijds, 1e kwartaal 2027\)\. .*5 jaar: € \d/);
      expect(out).toMatch(/In het 4e kwartaal 2031 dragen werkgevers gemiddeld \d+,\d % van de loonkosten zelf/);
      expect(readFileSync(pdf).subarray(0, 5).toString("latin1")).toBe("%PDF-");
      expect(readFileSync(pdf, "latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    },
  );
});

describe("a run that cannot be made", () => {
  const file = (text: string) => {
    const path = join(folder, "reform.yaml");
    writeFileSync(path, text);
    return path;
  };

  it("is refused with file, line and rule when the population lacks a fact", async () => {
    const path = file(
      "id: d\ntitle: d\nrules:\n  - id: guidanceFixedPart\n    from: 2027-Q1\n    formula: select(hiredByMwb, guidanceFixedAmount, 0 EUR)\n",
    );
    const { code, err } = await maatwerk("lab", "run", path, "--quarters", "2", "--grants", "50", "--from", "2027-Q1");
    expect(code).toBe(ExitCode.badInput);
    expect(err).toContain(`${path}:6 data.missing`);
  });

  it("names the part that leaves the exact range, and not the first one", async () => {
    const path = file(
      "id: d\ntitle: d\nparameters:\n  - id: guidancePremium.fixed.high\n    from: 2027-01-01\n    value: 900.00\n  - id: referenceWage.capMultiplier\n    from: 2027-01-01\n    value: 900000000\n",
    );
    const { code, err } = await maatwerk("lab", "run", path, "--quarters", "2", "--grants", "50", "--from", "2027-Q1");
    expect(code).toBe(ExitCode.badInput);
    expect(err).toContain("range.exact");
    expect(err).toMatch(/reform\.yaml:[78] /);
    expect(existsSync(path)).toBe(true);
  });

  it("writes every figure as CSV, with the break-even wage for the loss that was asked", async () => {
    const [reform, csv] = [new URL("examples/reforms/cap-2.2.yaml", root).pathname, join(folder, "all.csv")];
    const args = ["--quarters", "1", "--grants", "50", "--from", "2027-Q1", "--loss", "35", "--csv", csv, "--json"];
    const { code, out } = await maatwerk("lab", "run", reform, ...args);
    expect(code).toBe(ExitCode.ok);
    const { breakEven } = JSON.parse(out) as { breakEven: { loss: number; kinds: unknown[] } };
    expect([breakEven.loss, breakEven.kinds.length > 10]).toEqual([3500, true]);
    expect(readFileSync(csv, "utf8")).toContain("breakEvenWage loss 35 %");
  });

  it("says which option is wrong", async () => {
    const reform = new URL("examples/reforms/cap-2.2.yaml", root).pathname;
    for (const wrong of [
      ["--quarters", "41"],
      ["--draws", "0"],
      ["--loss", "101"],
      ["--from", "2027"],
      ["--records", "--known-at", "june"],
    ]) {
      const { code, err } = await maatwerk("lab", "run", reform, ...wrong);
      expect(code).not.toBe(ExitCode.ok);
      expect(err).toContain(wrong.at(-2)!);
    }
  });
});
