// Workbooks that were made to do harm: they end in a process of their own, and the process goes on.
import { crc32, deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readWorkbook } from "./workbook.ts";

const limits = { milliseconds: 20_000, megabytes: 64, rows: 1_000 };
const workbookOf = async (rows: readonly (readonly string[])[]) =>
  new Uint8Array(await writeXlsxFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer());

/** What this thread holds: other tests run in the same process. */
function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test("a workbook gives the cells of its first sheet", async () => {
  expect(await readWorkbook(await workbookOf([["a", "b"], ["1"]]), limits)).toEqual([
    ["a", "b"],
    ["1", null],
  ]);
});

test("more rows than a file may have are too large, and what is no workbook is unreadable", async () => {
  const rows = Array.from({ length: 5 }, (_, at) => [String(at)]);
  expect(await readWorkbook(await workbookOf(rows), { ...limits, rows: 4 })).toBe("tooLarge");
  expect(await readWorkbook(Buffer.from("PK\u0003\u0004 and nothing of the kind"), limits)).toBe("unreadable");
});

test("a bomb that unpacks to 150 megabytes stops at the memory of its process", {
  timeout: 60_000,
}, async () => {
  const bomb = await bombOf(150);
  expect(bomb.length).toBeLessThan(4_000_000);
  const before = held();
  expect(await readWorkbook(bomb, { ...limits, rows: 1_000_000 })).toBe("tooLarge");
  // Nothing of it was unpacked here.
  expect(held() - before).toBeLessThan(50 * 2 ** 20);
});

test("one that takes longer than the time it has is stopped", async () => {
  const started = performance.now();
  expect(await readWorkbook(await workbookOf([["a"]]), { ...limits, milliseconds: 1 })).toBe("tooLarge");
  expect(performance.now() - started).toBeLessThan(5_000);
});

/** A workbook whose sheet is `megabytes` of cells, all alike, so that they pack well. */
async function bombOf(megabytes: number): Promise<Uint8Array> {
  const good = await workbookOf([["a"]]);
  const rows = Array.from(
    { length: Math.ceil((megabytes * 2 ** 20) / 1_000) },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>${"a".repeat(930)}</t></is></c></row>`,
  );
  const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData></worksheet>`;
  return zipWith(good, "xl/worksheets/sheet1.xml", Buffer.from(sheet));
}

/** The archive with the content of one entry replaced: stored entries are copied as they lie. */
function zipWith(archive: Uint8Array, name: string, content: Buffer): Uint8Array {
  const zip = Buffer.from(archive);
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let place = 0;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const central = Buffer.from(zip.subarray(at, at + 46 + nameLength));
    const own = zip.subarray(at + 46, at + 46 + nameLength).toString();
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    let data = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    if (own === name) {
      data = deflateRawSync(content, { level: 9 });
      central.writeUInt16LE(8, 10);
      central.writeUInt32LE(crc32(content), 16);
      central.writeUInt32LE(data.length, 20);
      central.writeUInt32LE(content.length, 24);
    }
    central.writeUInt16LE(central.readUInt16LE(8) & ~8, 8);
    central.writeUInt16LE(0, 30);
    central.writeUInt16LE(0, 32);
    central.writeUInt32LE(place, 42);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    central.copy(head, 4, 6, 28);
    head.writeUInt16LE(nameLength, 26);
    const whole = Buffer.concat([head, Buffer.from(own), data]);
    locals.push(whole);
    centrals.push(central);
    place += whole.length;
    at += 46 + nameLength + extra + comment;
  }
  const directory = Buffer.concat(centrals);
  const tail = Buffer.from(zip.subarray(end, end + 22));
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(place, 16);
  tail.writeUInt16LE(0, 20);
  return Buffer.concat([...locals, directory, tail]);
}
