import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { TEMPLATE_CSV, TEMPLATE_ROWS } from "./layout.ts";
import { readFile } from "./read-file.ts";
import { readRow } from "./right-row.ts";

const text = TEMPLATE_CSV.replace("Noor", "Zoë").replace("Synbergmans", "Synbréderoë");
const utf8 = (from: string) => new TextEncoder().encode(from);

async function read(bytes: Uint8Array) {
  const result = await readFile(bytes);
  return result.ok ? result.value : result.error.map((one) => one.id);
}

async function linesOf(bytes: Uint8Array) {
  const result = await read(bytes);
  if (Array.isArray(result)) throw new Error(result.join());
  return (result as Exclude<typeof result, string[]>).lines;
}

describe("a file of older rights", () => {
  it("reads the same in every encoding that sources use", async () => {
    const expected = await linesOf(utf8(text));
    expect(expected[0]?.cells).toMatchObject({ voornaam: "Zoë", naam: "Synbréderoë", schema: "40/5;30/9;20/20" });
    const others: Record<string, Uint8Array> = {
      "UTF-8 with mark": utf8(`\uFEFF${text}`),
      "UTF-16": Buffer.from(`\uFEFF${text}`, "utf16le"),
      "UTF-16, other order": Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
      "Windows-1252": Buffer.from(text, "latin1"),
    };
    for (const [name, bytes] of Object.entries(others)) expect([name, await linesOf(bytes)]).toEqual([name, expected]);
  });

  it("reads a workbook, with dates as dates and numbers that lost their zero in front", async () => {
    const rows = TEMPLATE_ROWS.map((cells) =>
      cells.map((value) => {
        if (value === "10/05/2021") return { value: new Date("2021-05-10T00:00:00.000Z"), type: Date, format: "dd/mm/yyyy" };
        if (/^\d{10,11}$/.test(value)) return { value: Number(value), type: Number };
        if (value === "0,8") return { value: 0.8, type: Number };
        return { value, type: String };
      }),
    );
    const [first] = await linesOf(new Uint8Array(await writeXlsxFile(rows as never).toBuffer()));
    expect(first?.cells).toMatchObject({ begin: "2021-05-10", insz: "85013090089", kbo: "200065765", vte: "0.8" });
    const read = readRow(first!.cells);
    expect(read.reasons).toEqual([]);
    expect(read.row).toMatchObject({ kbo: "0200065765", startedOn: "2021-05-10", endsOn: "2026-03-31", fte: 8000 });
  });

  it("may have other separators, another order of columns and empty lines", async () => {
    const [heading, ...rest] = TEMPLATE_ROWS.map((cells) => cells.toReversed());
    const table = [heading, [], ...rest].map((cells) => (cells ?? []).join("\t")).join("\n");
    expect((await linesOf(utf8(table))).map((one) => one.cells)).toEqual(
      (await linesOf(utf8(TEMPLATE_CSV))).map((one) => one.cells),
    );
  });

  it("is refused as a whole when it is no such file", async () => {
    expect(await read(utf8("%PDF-1.7\n\u0000"))).toEqual(["import.form"]);
    expect(await read(new Uint8Array([0x50, 0x4b, 1, 2, 3]))).toEqual(["import.form"]);
    expect(await read(utf8("regel;nummer;iets\nR;1;2"))).toEqual(["import.columns"]);
    expect(await read(utf8(TEMPLATE_CSV.split("\r\n")[0]!))).toEqual(["import.empty"]);
    expect(await read(utf8(""))).toEqual(["import.columns"]);
  });
});
