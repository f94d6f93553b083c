// Wages as a CSV file: payslips of association work, and estimates of payroll offices. One row is one worker's quarter.
import { CsvError, parse } from "csv-parse";
import {
  type Cents,
  type EmploymentFraction,
  fail,
  localized,
  ok,
  type Problem,
  parseEuroNotNegative,
  parseFractionOrZero,
  parseInsz,
  parseKbo,
  parsePlainDate,
  parseQuarter,
  problem,
  Refusal,
  type Result,
} from "../../kernel/index.ts";
import type { AttestStatus, DmfaAttest } from "../../payment/declaration/dmfa-attest.ts";
import type { ReadDeclaration } from "../../payment/declaration/intake-port.ts";

/** All but `performedFraction` and `endedOn` are needed in each row. Amounts in euro, hours per week, fractions as decimals. */
const PAYSLIP_COLUMNS = [
  "number",
  "version",
  "status",
  "quarter",
  "employer",
  "worker",
  "gross",
  "contributions",
  "reductions",
  "weeklyHours",
  "fullTimeWeeklyHours",
  "performedFraction",
  "startedOn",
  "endedOn",
] as const;
type Row = Readonly<Record<(typeof PAYSLIP_COLUMNS)[number], string>>;

const MOST_CHARACTERS = 2_000;
/** Payslips have numbers of their own, which must not meet those of attests. */
const PREFIX = "LF-";

/** Throws a `Refusal` when the file as a whole is unusable. */
export async function* readPayslips(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadDeclaration> {
  const source = chunks[Symbol.asyncIterator]();
  const first = await source.next();
  const start = first.done === true ? new Uint8Array() : first.value;
  const firstLine = Buffer.from(start).toString("latin1").split("\n", 1)[0]!;
  const parser = parse({
    bom: true,
    delimiter: firstLine.includes(";") ? ";" : ",",
    skip_empty_lines: true,
    trim: true,
    info: true,
    max_record_size: MOST_CHARACTERS,
  });
  const feeding = feed(whole(start, source), parser);
  feeding.catch(() => {});
  let heading: string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (heading === null) {
        heading = record;
        const missing = PAYSLIP_COLUMNS.filter((name) => !record.includes(name));
        if (missing.length > 0) throw new Refusal([wrongColumns(missing)]);
        continue;
      }
      const columns = heading;
      const row = Object.fromEntries(
        PAYSLIP_COLUMNS.map((name) => [name, record[columns.indexOf(name)] ?? ""]),
      ) as unknown as Row;
      yield { line: info.lines, number: row.number === "" ? null : `${PREFIX}${row.number}`, result: declared(row) };
    }
    await feeding;
  } catch (error) {
    parser.destroy();
    if (error instanceof Refusal) throw error;
    throw error instanceof CsvError ? new Refusal([notCsv()]) : error;
  }
  if (heading === null) throw new Refusal([notCsv()]);
}

async function* whole(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield start;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function feed(chunks: AsyncIterable<Uint8Array>, parser: ReturnType<typeof parse>): Promise<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunks) {
      if (!parser.write(decoder.decode(chunk, { stream: true })) && !parser.destroyed)
        await new Promise((resolve) => {
          parser.once("drain", resolve);
          parser.once("close", resolve);
        });
    }
    parser.end(decoder.decode());
  } catch (error) {
    parser.destroy(error instanceof TypeError ? new Refusal([notUtf8()]) : (error as Error));
  }
}

const STATUSES: Readonly<Record<string, AttestStatus>> = { "0": "NEW", "1": "CHANGED", "3": "CANCELLED", "4": "REACTIVATED" };

function declared(row: Row): Result<DmfaAttest, Problem[]> {
  const wrong: Problem[] = [];
  const note = <T>(result: Result<T>): T => {
    if (!result.ok) wrong.push(result.error);
    return result.ok ? result.value : (undefined as T);
  };
  const number = note(matching(row.number, /^[A-Z0-9-]{1,17}$/, "number", "1-17 A-Z 0-9 -"));
  const version = Number(note(matching(row.version, /^\d{1,4}$/, "version", "1-9999")));
  const status = note(STATUSES[row.status] === undefined ? fail(unexpected("status", "0, 1, 3, 4")) : ok(STATUSES[row.status]!));
  const quarter = note(parseQuarter(row.quarter, "quarter"));
  const employer = note(parseKbo(row.employer, "employer"));
  const worker = note(parseInsz(row.worker, "worker"));
  const gross = note(money(row.gross, "gross"));
  const contributions = note(money(row.contributions, "contributions"));
  const reductions = note(money(row.reductions, "reductions"));
  const weeklyHours = note(hours(row.weeklyHours, "weeklyHours", 0));
  const fullTimeWeeklyHours = note(hours(row.fullTimeWeeklyHours, "fullTimeWeeklyHours", 1));
  const mu =
    row.performedFraction === ""
      ? null
      : note(parseFractionOrZero(row.performedFraction.replace(",", "."), "performedFraction") as Result<EmploymentFraction>);
  const startedOn = note(parsePlainDate(row.startedOn, "startedOn"));
  const endedOn = row.endedOn === "" ? null : note(parsePlainDate(row.endedOn, "endedOn"));
  if (wrong.length === 0 && weeklyHours > fullTimeWeeklyHours)
    wrong.push(unexpected("weeklyHours", `<= ${fullTimeWeeklyHours / 100}`));
  if (wrong.length === 0 && endedOn !== null && endedOn < startedOn) wrong.push(unexpected("endedOn", `>= ${startedOn}`));
  if (wrong.length > 0) return fail(wrong);
  const performedFraction = mu ?? (Math.round((weeklyHours * 10_000) / fullTimeWeeklyHours) as EmploymentFraction);
  return ok({
    number: `${PREFIX}${number}`,
    version,
    status,
    quarter,
    employer,
    worker,
    occupations: [
      {
        sequence: 1,
        jointCommittee: "000",
        startedOn,
        endedOn,
        weeklyHours,
        fullTimeWeeklyHours,
        performedFraction,
        remunerations: [{ code: "1", amount: gross }],
      },
    ],
    contributions: [{ code: "0", amount: contributions }],
    reductions: [{ code: "0", amount: reductions }],
  });
}

const money = (text: string, field: string): Result<Cents> => parseEuroNotNegative(text.replace(",", "."), field);

/** Hours per week with at most two decimals, in hundredths. */
function hours(text: string, field: string, least: number): Result<number> {
  const match = /^(\d{1,2})(?:[.,](\d{1,2}))?$/.exec(text);
  const value = match === null ? -1 : Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return value >= least && value <= 5_000 ? ok(value) : fail(unexpected(field, "38 or 30.40, at most 50"));
}

function matching(text: string, pattern: RegExp, field: string, expected: string): Result<string> {
  return pattern.test(text) ? ok(text) : fail(unexpected(field, expected));
}

function unexpected(field: string, expected: string): Problem {
  return problem(
    "payslip.field",
    localized(`${field}: verwacht ${expected}.`, `${field}: expected ${expected}.`, `${field} : attendu ${expected}.`),
    field,
    expected,
  );
}

function wrongColumns(missing: readonly string[]): Problem {
  const list = missing.join(", ");
  return problem(
    "payslip.columns",
    localized(
      `In de eerste rij ontbreken de kolommen ${list}. Er is niets ingelezen.`,
      `The first row lacks the columns ${list}. Nothing was taken in.`,
      `La première ligne n'a pas les colonnes ${list}. Rien n'a été repris.`,
    ),
    "line 1",
    PAYSLIP_COLUMNS.join(";"),
  );
}

const notCsv = (): Problem =>
  problem(
    "payslip.form",
    localized(
      "Dit is geen leesbaar CSV-bestand. Er is niets ingelezen; bewaar het opnieuw als CSV in UTF-8.",
      "This is not a readable CSV file. Nothing was taken in; save it again as CSV in UTF-8.",
      "Ce n'est pas un fichier CSV lisible. Rien n'a été repris ; enregistrez-le à nouveau en CSV UTF-8.",
    ),
  );

const notUtf8 = (): Problem =>
  problem(
    "payslip.encoding",
    localized(
      "Het bestand is geen geldige UTF-8. Er is niets ingelezen; bewaar het opnieuw als CSV in UTF-8.",
      "The file is not valid UTF-8. Nothing was taken in; save it again as CSV in UTF-8.",
      "Le fichier n'est pas en UTF-8 valide. Rien n'a été repris ; enregistrez-le à nouveau en CSV UTF-8.",
    ),
    undefined,
    "UTF-8",
  );
