// `maatwerk run`: the quarterly run, step by step: start, calculate, look, approve as another person, book.
import type { Command } from "commander";
import type { Reason } from "../../dossier/index.ts";
import { type Cents, formatEuro, fromQuarterNumber, type Language, pick, type Result } from "../../kernel/index.ts";
import {
  activityRemedy,
  activityText,
  type CorrectionProposal,
  type DryRun,
  type Run,
  type RunTotal,
} from "../../payment/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import { componentWords, runWords, stageWords } from "../messages-payment.ts";
import {
  AS_OPTION,
  actorOf,
  checkedRef,
  type PaymentFlags,
  type PaymentWork,
  quarterName,
  quarterNumber,
  reasonLines,
  withPayment,
  withPaymentOptions,
} from "../payment-system.ts";
import type { Ending } from "../program.ts";

interface StartFlags extends PaymentFlags {
  readonly quarter: string;
  readonly correctFrom?: string;
}

type Acting = "paymentOfficer" | "paymentApprover";

export function addRun(program: Command, io: Io, end: Ending): void {
  const run = program
    .command("run")
    .description(
      "The quarterly run: start (freezes what is known), calculate, report, approve as another person, book. Each step can be tried again after a crash and happens once.",
    );

  withPaymentOptions(run.command("start"))
    .description("Starts a run: what is known at this moment, and how the law reads now, is frozen.")
    .requiredOption("--quarter <quarter>", "quarter, e.g. 2026-Q3")
    .option(
      "--correct-from <quarter>",
      "first quarter that is calculated again for corrections (default: only the quarter itself)",
    )
    .requiredOption(...AS_OPTION)
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<StartFlags>();
      const quarter = quarterNumber(flags.quarter, "--quarter");
      const from = flags.correctFrom === undefined ? quarter : quarterNumber(flags.correctFrom, "--correct-from");
      const actor = actorOf(flags, "paymentOfficer");
      await withPayment(flags, io, async (work) =>
        end(tellRun(io, flags, work, await work.payment.runs.start(quarter, actor, from))),
      );
    });

  step(run, io, end, "calculate", "Calculates all lines without booking any.", "paymentOfficer", (work, ref, actor) =>
    work.payment.runs.calculate(ref, actor, progressOf(io, runWords(work.language).calculating)),
  );
  step(
    run,
    io,
    end,
    "approve",
    "Approves what was calculated; not by who started the run.",
    "paymentApprover",
    (work, ref, actor) => work.payment.runs.approve(ref, actor),
  );
  step(
    run,
    io,
    end,
    "book",
    "Books what was approved, with its statements: all or nothing.",
    "paymentOfficer",
    (work, ref, actor) => work.payment.runs.book(ref, actor, progressOf(io, runWords(work.language).booking)),
  );
  for (const [name, how] of [
    ["cancel", "Ends a run that is not booked yet; a new one can be started."],
    ["reject", "Ends a run whose calculation is not right."],
  ] as const) {
    withPaymentOptions(run.command(`${name} <run>`))
      .description(how)
      .requiredOption("--reason <text>", "why")
      .requiredOption(...AS_OPTION)
      .action(async (ref: string, own: { readonly reason: string }, command: Command) => {
        const flags = command.optsWithGlobals<PaymentFlags>();
        const actor = actorOf(flags, name === "reject" ? "paymentApprover" : "paymentOfficer");
        const runRef = checkedRef(ref);
        await withPayment(flags, io, async (work) =>
          end(tellRun(io, flags, work, await work.payment.runs[name](runRef, actor, own.reason))),
        );
      });
  }

  withPaymentOptions(run.command("show [run]"))
    .description("How a run stands (default: the latest), or all of them with --all.")
    .option("--all", "all runs, latest first")
    .action(async (ref: string | undefined, own: { readonly all?: boolean }, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const runRef = ref === undefined ? undefined : checkedRef(ref);
      await withPayment(flags, io, async (work) => {
        const { payment, language } = work;
        const runs = runRef === undefined ? await payment.runs.list(own.all === true ? 100 : 1) : [];
        const found = runRef === undefined ? runs : [await payment.runs.find(runRef)];
        const shown = found.filter((one) => one !== null);
        if (flags.json === true) printLine(io.stdout, JSON.stringify(own.all === true ? shown : (shown[0] ?? null)));
        else if (shown.length === 0) printLine(io.stdout, runWords(language).none);
        else
          for (const one of shown) {
            tell(io, one, language);
            const progress = await payment.runs.progress(one.runRef);
            if (progress !== null && progress.done < progress.of)
              printLine(io.stdout, `  ${runWords(language).far(progress.done, progress.of)}`);
          }
        end(ExitCode.ok);
      });
    });

  withPaymentOptions(run.command("proposal"))
    .summary("whether paid quarters should be calculated again")
    .description(
      "Compares the law, the declarations, the grants and the older rights as they are now with what each paid quarter was calculated with, and names the run that would book the differences.",
    )
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      await withPayment(flags, io, async ({ payment, language }) => {
        const found = await payment.correction();
        if (flags.json === true) printLine(io.stdout, JSON.stringify(found));
        else for (const line of proposalLines(found, language)) printLine(io.stdout, line);
        end(ExitCode.ok);
      });
    });

  withPaymentOptions(run.command("report <run>"))
    .summary("the dry run: totals and what needs a look")
    .description(
      "What the run would book for its quarter, beside the quarter before, with outliers, missing declarations, self-employed persons whose activity stopped, first and last quarters.",
    )
    .action(async (ref: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const runRef = checkedRef(ref);
      await withPayment(flags, io, async ({ payment, language }) => {
        const report = await payment.runs.report(runRef, {}, progressOf(io, runWords(language).calculating));
        if (!report.ok) return end(refused(io, flags, report.error, language));
        if (flags.json === true) printLine(io.stdout, JSON.stringify(report.value));
        else tellReport(io, report.value, language);
        end(ExitCode.ok);
      });
    });
}

type Step = (work: PaymentWork, runRef: string, actor: ReturnType<typeof actorOf>) => Promise<Result<Run, readonly Reason[]>>;

function step(run: Command, io: Io, end: Ending, name: string, how: string, role: Acting, does: Step): void {
  withPaymentOptions(run.command(`${name} <run>`))
    .description(how)
    .requiredOption(...AS_OPTION)
    .action(async (ref: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const actor = actorOf(flags, role);
      const runRef = checkedRef(ref);
      await withPayment(flags, io, async (work) => end(tellRun(io, flags, work, await does(work, runRef, actor))));
    });
}

/** One line per tenth, so that a log stays readable. */
function progressOf(io: Io, doing: string): (done: number, of: number) => void {
  let said = -1;
  return (done, of) => {
    const tenth = Math.floor((done * 10) / of);
    if (tenth > said) printLine(io.stderr, `${doing}: ${tenth * 10} %`);
    said = Math.max(said, tenth);
  };
}

function tellRun(io: Io, flags: PaymentFlags, { language }: PaymentWork, outcome: Result<Run, readonly Reason[]>): ExitCode {
  if (!outcome.ok) return refused(io, flags, outcome.error, language);
  if (flags.json === true) printLine(io.stdout, JSON.stringify(outcome.value));
  else tell(io, outcome.value, language);
  return ExitCode.ok;
}

export function refused(io: Io, flags: PaymentFlags, reasons: readonly Reason[], language: Language): ExitCode {
  if (flags.json === true) printLine(io.stdout, JSON.stringify({ refused: reasons }));
  for (const line of reasonLines(reasons, language)) printLine(io.stderr, line);
  return ExitCode.badInput;
}

function tell(io: Io, run: Run, language: Language): void {
  const { start, stage, result } = run;
  const words = runWords(language);
  printLine(io.stdout, `${run.runRef}  ${quarterName(start.quarter, language)}  ${pick(stageWords[stage], language)}`);
  printLine(io.stdout, `  ${words.frozen(start.knownAt)}`);
  if (start.correctFrom < start.quarter) printLine(io.stdout, `  ${words.corrections(quarterName(start.correctFrom, language))}`);
  if (result === null) return;
  for (const total of result.totals) printLine(io.stdout, `  ${totalLine(total, language)}`);
  if (result.withheld > 0) printLine(io.stdout, `  ${words.withheld(result.withheld)}`);
}

function totalLine({ quarter, component, lines, cents }: RunTotal, language: Language): string {
  const name = pick(componentWords(component), language);
  return `${quarterName(quarter, language)}  ${name}: ${lines}  ${formatEuro(cents as Cents, language)}`;
}

function proposalLines(found: CorrectionProposal | null, language: Language): string[] {
  const words = runWords(language);
  if (found === null) return [words.nothingMoved];
  const name = (number: number) => quarterName(number, language);
  const code = (number: number) => fromQuarterNumber(number);
  return [
    words.moved,
    ...found.law.map((one) => `  ${pick(one.title, language)}: ${one.quarters.map(name).join(", ")}`),
    ...found.facts.map(
      (one) => `  ${pick(one.title, language)}: ${one.quarters.map((of) => `${name(of.quarter)} (${of.count})`).join(", ")}`,
    ),
    `  maatwerk run start --quarter ${code(found.quarter)} --correct-from ${code(found.correctFrom)} --as ...`,
  ];
}

function tellReport(io: Io, report: DryRun, language: Language): void {
  const words = runWords(language);
  const money = (cents: number) => formatEuro(cents as Cents, language);
  printLine(io.stdout, quarterName(report.quarter, language));
  for (const one of report.compared) {
    if (one.grants === 0 && one.grantsBefore === 0) continue;
    const name = pick(componentWords(one.component), language);
    printLine(io.stdout, `  ${name}: ${words.compared(one.grants, money(one.cents), one.grantsBefore, money(one.centsBefore))}`);
    if (one.centsForeseen !== null) printLine(io.stdout, `    ${words.foreseen(money(one.centsForeseen))}`);
  }
  for (const [list, count] of Object.entries(report.counts))
    printLine(io.stdout, `  ${words.counts[list as keyof DryRun["counts"]]}: ${count}`);
  for (const one of report.outliers)
    printLine(
      io.stdout,
      `  ${words.outlier(one.grantRef, pick(componentWords(one.component), language), money(one.centsBefore), money(one.cents))}`,
    );
  for (const one of report.withheld) printLine(io.stdout, `  ${words.why(one.grantRef, one.reasons.join(", "))}`);
  const { askedAt, asked, signalled, unchecked } = report;
  printLine(io.stdout, `  ${askedAt === null ? words.notAsked : words.asked(asked, askedAt)}`);
  for (const one of [...signalled, ...unchecked])
    printLine(io.stdout, `  ${words.activity(one.grantRef, activityText(one, language))}`);
  if (signalled.length > 0) printLine(io.stdout, `  ${pick(activityRemedy, language)}`);
}
