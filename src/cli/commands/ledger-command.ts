// `maatwerk ledger`: explains a booked line again from what it was booked on, replays all of them, and checks the balance.
import type { Command } from "commander";
import { type Cents, formatEuro, type Language, pick } from "../../kernel/index.ts";
import { sentenceOf } from "../../law/index.ts";
import { COMPONENTS, type Component, explainCorrection, explainLine, lineStateWords, verifyLedger } from "../../payment/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import { causeWords, componentWords, ledgerWords } from "../messages-payment.ts";
import { checkedRef, type PaymentFlags, quarterName, quarterNumber, withPayment, withPaymentOptions } from "../payment-system.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";

export function addLedger(program: Command, io: Io, end: Ending): void {
  const ledger = program.command("ledger").description("The ledger of entitlements: explain a line, replay all of them.");

  withPaymentOptions(ledger.command("explain <line>"))
    .summary("recompute a booked line and show each step")
    .description(
      "Recomputes a line under the law and the facts of its booking, shows the steps, and says whether the cents agree. A line is named GRANT/QUARTER/COMPONENT/SEQUENCE, for example 4f0c…/2025-Q1/WAGE/0. Exit code 1 when they do not agree.",
    )
    .action(async (name: string, _own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      const asked = lineOf(name);
      await withPayment(flags, io, async ({ system, payment, language }) => {
        const { ports } = payment;
        const words = ledgerWords(language);
        const lines = await ports.ledger.lines({ grantRef: asked.grantRef, quarter: asked.quarter });
        const line = lines.find((one) => one.component === asked.component && one.seq === asked.seq);
        if (line === undefined) throw new UsageError(words.noLine(lines.map(nameOf).join(", ")));
        const replay = await explainLine(system.law, ports, line);
        const why = await explainCorrection(system.law, ports, line);
        const state = await ports.ledger.state(line);
        if (flags.json === true) printLine(io.stdout, JSON.stringify({ state, replay: toldReplay(replay, language), why }));
        const agrees = replay.outcome === "replayed" && replay.agrees;
        if (flags.json !== true) {
          const money = (cents: number) => formatEuro(cents as Cents, language);
          printLine(
            io.stdout,
            `${pick(componentWords(line.component), language)}, ${quarterName(line.quarter, language)}: ${money(line.cents)}`,
          );
          printLine(io.stdout, `  ${line.origin}, ${line.bookedAt}, ${line.attestNo ?? "-"} v${line.attestVersion ?? "-"}`);
          if (state !== null) printLine(io.stdout, `  ${pick(lineStateWords[state], language)}`);
          if (replay.outcome === "replayed") {
            const steps = replay.explanation?.steps ?? [];
            for (const step of steps) printLine(io.stdout, `  ${sentenceOf(step, steps, language)}`);
            printLine(io.stdout, `  ${words.replayed(money(replay.dueCents), money(replay.earlierCents), money(replay.cents))}`);
          }
          if (why.outcome === "explained")
            for (const cause of why.causes)
              printLine(io.stdout, `  ${pick(causeWords[cause.kind], language)} ${cause.name}: ${money(cause.cents)}`);
          printLine(io.stdout, agrees ? words.agrees : replay.outcome === "replayed" ? words.differs : words.lawGone);
        }
        end(agrees ? ExitCode.ok : ExitCode.badInput);
      });
    });

  withPaymentOptions(ledger.command("balance"))
    .summary("hold the books against themselves")
    .description(
      "Compares every sum that is kept in two places: lines, runs, statements, recoveries, payments, batches. Exit code 1 when any differs. A job does the same every night.",
    )
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      await withPayment(flags, io, async ({ payment, language }) => {
        const found = await payment.balance();
        if (flags.json === true) printLine(io.stdout, JSON.stringify(found));
        else {
          printLine(io.stdout, ledgerWords(language).balance(found.checks, found.imbalances.length));
          for (const one of found.imbalances) printLine(io.stdout, `  ${one.check}: ${one.ref} ${one.expected} / ${one.found}`);
        }
        end(found.imbalances.length === 0 ? ExitCode.ok : ExitCode.badInput);
      });
    });

  withPaymentOptions(ledger.command("verify"))
    .summary("replay every line that was ever booked")
    .description("Recomputes every line under the law and the facts of its booking. Exit code 1 when any does not agree.")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<PaymentFlags>();
      await withPayment(flags, io, async ({ system, payment, language }) => {
        const words = ledgerWords(language);
        const started = performance.now();
        let told = 0;
        const found = await verifyLedger(system.law, payment.ports, (lines, quarter) => {
          if (lines - told < 50_000) return;
          told = lines;
          printLine(io.stderr, words.progress(lines, quarterName(quarter, language)));
        });
        const seconds = (performance.now() - started) / 1000;
        if (flags.json === true) printLine(io.stdout, JSON.stringify({ ...found, seconds }));
        else {
          printLine(io.stdout, words.verified(found.lines, found.quarters, found.flawed, seconds.toFixed(1)));
          for (const { line, flaw, cents } of found.flaws)
            printLine(io.stdout, `  ${nameOf(line)}: ${flaw}, ${line.cents}${cents === null ? "" : ` / ${cents}`}`);
        }
        end(found.flawed === 0 ? ExitCode.ok : ExitCode.badInput);
      });
    });
}

interface LineName {
  readonly grantRef: string;
  readonly quarter: number;
  readonly component: Component;
  readonly seq: number;
}

function lineOf(name: string): LineName {
  const [grantRef, quarter, component, seq, ...more] = name.split("/");
  const known = COMPONENTS.find((one) => one === component);
  if (known === undefined || more.length > 0 || !/^\d{1,6}$/.test(seq ?? ""))
    throw new UsageError(`${name}: GRANT/QUARTER/COMPONENT/SEQUENCE, COMPONENT: ${COMPONENTS.join(", ")}`);
  return {
    grantRef: checkedRef(grantRef ?? ""),
    quarter: quarterNumber(quarter ?? "", "QUARTER"),
    component: known,
    seq: Number(seq),
  };
}

const nameOf = (line: LineName): string =>
  `${line.grantRef}/${Math.floor(line.quarter / 4)}-Q${(line.quarter % 4) + 1}/${line.component}/${line.seq}`;

/** JSON holds the steps as sentences; the graph's own objects stay out. */
export function toldReplay(replay: Awaited<ReturnType<typeof explainLine>>, language: Language): unknown {
  if (replay.outcome !== "replayed") return replay;
  const { explanation, entitlement, ...rest } = replay;
  const steps = explanation?.steps ?? [];
  return {
    ...rest,
    withheld: entitlement?.withheld ?? [],
    openPoints: explanation?.openPoints ?? [],
    steps: steps.map((step) => sentenceOf(step, steps, language)),
  };
}
