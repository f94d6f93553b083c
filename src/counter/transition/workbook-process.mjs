// Reads one workbook from its input and writes its rows: what it makes of a hostile file ends with this process.
import { buffer } from "node:stream/consumers";
import readSheets from "read-excel-file/node";

const sheets = await readSheets(await buffer(process.stdin));
const rows = sheets[0]?.data ?? [];
const limit = Number(process.argv[2]);
// A date has no form of its own in JSON.
const plain = (cell) =>
  cell instanceof Date ? { date: Number.isNaN(cell.getTime()) ? "?" : cell.toISOString().slice(0, 10) } : cell;
process.stdout.write(JSON.stringify(rows.length > limit ? "tooLarge" : rows.map((row) => row.map(plain))));
