// `maatwerk forecast`, `maatwerk accounts` and `maatwerk audit`: what is coming, what was engaged and paid, and random payments to look into.
import type { Command } from "commander";
import type { PaymentCounter } from "../../counter/index.ts";
import { cents, formatEuro, isInstant, type Language } from "../../kernel/index.ts";
import { COMPONENTS, type Component, type Forecast, type Sample } from "../../payment/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import { bookWords } from "../messages-books.ts";
import {
  type PaymentFlags,
  quarterName,
  quarterNumber,
  reasonLines,
  withPayment,
  withPaymentOptions,
} from "../payment-system.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";
import { writeWhole } from "../write-whole.ts";
import { toldReplay } from "./ledger-command.ts";

export function addBooks(program: Command, io: Io, end: Ending): void {
  withPaymentOptions(program.command("forecast"))
    .summary("the next eight quarters of running grants")
    .description(
      "What running grants will cost per quarter and component, on the wages that were last declared. Nothing that is not granted yet is in it.",
    )
    .option("--from <quarter>", "first quarter, for example 2026-Q4 (default: the one that runs now)")
    .option("--quarters <n>", "how many quarters, 1 to 40", "8")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags & { readonly from?: string; readonly quarters: string }>();
      const count = wholeNumber(flags.quarters, "--quarters", 1, 40);
      const from = flags.from === undefined ? undefined : quarterNumber(flags.from, "--from");
      await withBooks(flags, io, async (books, language) => {
        const forecast = await books.forecasts.ahead(from, count);
        if (flags.json === true) printLine(io.stdout, JSON.stringify(forecast));
        else tellForecast(io, forecast, language);
        end(ExitCode.ok);
      });
    });

  const accounts = program.command("accounts").description("Commitments and payments of the public accounts.");
  withPaymentOptions(accounts.command("export"))
    .summary("every commitment and payment of a year, as CSV")
    .description("Writes one row per commitment or payment with its budget article, separated by semicolons. No names are in it.")
    .requiredOption("--year <year>", "budget year, four digits")
    .option("--out <file>", "the file to write (default: standard output)")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags & { readonly year: string; readonly out?: string }>();
      const year = wholeNumber(flags.year, "--year", 2000, 2100);
      await withBooks(flags, io, async (books) => {
        const { accountsCsv } = await import("../../counter/index.ts");
        let text = "";
        for await (const row of accountsCsv(books.accounts, year)) {
          if (flags.out === undefined) io.stdout.write(row);
          else text += row;
        }
        if (flags.out !== undefined) writeWhole(flags.out, text);
        end(ExitCode.ok);
      });
    });
  withPaymentOptions(accounts.command("commit"))
    .description("Engages every grant on its present terms. Done again, it engages nothing twice.")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      await withBooks(flags, io, async (books, language) => {
        const written = await books.accounts.commitAll();
        printLine(io.stdout, flags.json === true ? JSON.stringify({ written }) : bookWords(language).written(written));
        end(ExitCode.ok);
      });
    });

  const audit = program.command("audit").description("For an auditor.");
  withPaymentOptions(audit.command("sample"))
    .summary("payments drawn at random under a seed")
    .description(
      "Draws ledger lines at random. The same seed, quarters and moment give the same lines to everybody. With --bundles each is opened: decision, attest, recomputation, approvals, and where a person decided in place of a rule. Exit code 1 when a line does not replay.",
    )
    .requiredOption("--seed <text>", "2 to 64 signs; note it in your report")
    .option("--size <n>", "how many lines, 1 to 500", "25")
    .requiredOption("--from <quarter>", "first quarter that is paid for")
    .requiredOption("--until <quarter>", "last quarter, included")
    .option("--component <name>", `one of ${COMPONENTS.join(", ")} (default: all)`)
    .option("--known-at <moment>", "lines booked by then, for example 2026-11-26T10:00:00.000Z (default: now)")
    .option("--bundles", "open every line")
    .requiredOption("--as <name>", "who draws; recorded")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<SampleFlags>();
      const component = COMPONENTS.find((one) => one === flags.component) ?? null;
      if (flags.component !== undefined && component === null) throw new UsageError(`--component: ${COMPONENTS.join(", ")}`);
      if (flags.knownAt !== undefined && !isInstant(flags.knownAt)) throw new UsageError("--known-at: YYYY-MM-DDTHH:MM:SS.mmmZ");
      if (!/^[\w.@-]{2,100}$/.test(flags.as ?? "")) throw new UsageError("--as <name>: 2-100 a-z 0-9 . @ _ -");
      const request = {
        seed: flags.seed,
        size: wholeNumber(flags.size, "--size", 1, 500),
        fromQuarter: quarterNumber(flags.from, "--from"),
        untilQuarter: quarterNumber(flags.until, "--until"),
        component: component as Component | null,
        ...(isInstant(flags.knownAt) ? { knownAt: flags.knownAt } : {}),
      };
      await withBooks(flags, io, async (books, language) => {
        const drawn = await books.samples.draw(request, { role: "auditor", ref: flags.as as string });
        if (!drawn.ok) {
          for (const line of reasonLines(drawn.error, language)) printLine(io.stderr, line);
          return end(ExitCode.badInput);
        }
        let wrong = 0;
        if (flags.json !== true) tellSample(io, drawn.value, language);
        const opened: unknown[] = [];
        for (const key of flags.bundles === true ? drawn.value.lines : []) {
          const bundle = await books.samples.open(key);
          const agrees = bundle?.replay.outcome === "replayed" && bundle.replay.agrees;
          if (!agrees) wrong += 1;
          if (flags.json === true)
            opened.push(bundle === null ? null : { ...bundle, replay: toldReplay(bundle.replay, language) });
          else if (bundle !== null) {
            const over = bundle.overrides.map((one) => `${one.kind}${one.detail === "" ? "" : ` (${one.detail})`}`).join(", ");
            printLine(
              io.stdout,
              `${key.grantRef} ${quarterName(key.quarter, language)} ${key.component} ${euros(bundle.line.cents, language)} ${bookWords(language).replays(agrees)}${over === "" ? "" : `; ${over}`}`,
            );
          }
        }
        if (flags.json === true)
          printLine(io.stdout, JSON.stringify({ ...drawn.value, ...(flags.bundles === true ? { bundles: opened } : {}) }));
        end(wrong > 0 ? ExitCode.badInput : ExitCode.ok);
      });
    });
}

/** Opens the system with its books for one piece of work. */
function withBooks(
  flags: PaymentFlags,
  io: Io,
  work: (books: PaymentCounter, language: Language) => Promise<void>,
): Promise<void> {
  return withPayment(flags, io, async ({ system, language }) => {
    const { createPaymentCounter } = await import("../../main/index.ts");
    await work(createPaymentCounter(system), language);
  });
}

interface SampleFlags extends PaymentFlags {
  readonly seed: string;
  readonly size: string;
  readonly from: string;
  readonly until: string;
  readonly component?: string;
  readonly knownAt?: string;
  readonly bundles?: boolean;
}

function wholeNumber(text: string, option: string, least: number, most: number): number {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most)) throw new UsageError(`${option}: ${least} - ${most}`);
  return number;
}

const euros = (amount: number, language: Language): string => formatEuro(cents(amount), language);

function tellForecast(io: Io, forecast: Forecast, language: Language): void {
  const words = bookWords(language);
  if (forecast.wagesUpTo !== null) printLine(io.stdout, words.wages(quarterName(forecast.wagesUpTo, language)));
  for (const one of forecast.quarters) {
    const parts = one.components
      .filter((part) => part.cents + part.estimatedCents !== 0)
      .map((part) => `${part.component} ${euros(part.cents + part.estimatedCents, language)}`);
    printLine(
      io.stdout,
      `${quarterName(one.quarter, language)}: ${euros(one.cents, language)}${parts.length === 0 ? "" : ` (${parts.join(", ")})`}`,
    );
  }
  printLine(io.stdout, words.caveat);
}

function tellSample(io: Io, sample: Sample, language: Language): void {
  const words = bookWords(language);
  printLine(
    io.stdout,
    words.sample(sample.sampleRef, sample.lines.length, sample.frameLines, euros(sample.frameCents, language)),
  );
  printLine(io.stdout, words.again(sample.seed, sample.knownAt));
  for (const one of sample.lines)
    printLine(io.stdout, `${one.grantRef} ${quarterName(one.quarter, language)} ${one.component} ${one.seq}`);
}
