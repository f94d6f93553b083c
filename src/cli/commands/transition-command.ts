// `maatwerk transition`: files of older rights: check, proof sheet, signatures, taking, and a file to try it with.
import { readFile, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import type { Acting, BatchLine, By, ConversionPorts, ImportView } from "../../counter/index.ts";
import { fteText, runConversions, startConversions, tryConversions } from "../../counter/index.ts";
import type { Actor, Reason } from "../../dossier/index.ts";
import { type Cents, euro, type Language, newRef, pick, type Result } from "../../kernel/index.ts";
import type { Transition } from "../../main/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";

interface Flags extends SystemFlags {
  readonly as?: string;
  readonly json?: boolean;
  readonly try?: boolean;
  readonly list?: string;
  readonly rows?: string;
  readonly dirt?: string;
  readonly seed?: string;
  readonly from?: string;
  readonly encoding?: string;
  readonly out?: string;
}

/** More rights than there will ever be. */
const ALL = 1_000_000;

const AS = ["--as <name>", "who does this; recorded, and the second signature takes another person"] as const;

export function addTransition(program: Command, io: Io, end: Ending): void {
  const transition = program.command("transition").description("Older rights from files: check, prove, sign, take.");
  const withOptions = (command: Command) => withSystemOptions(command).option("--json", "print JSON");
  const run = async (
    command: Command,
    work: (of: { transition: Transition; conversions: ConversionPorts; flags: Flags; language: Language }) => Promise<ExitCode>,
  ) => {
    const flags = command.optsWithGlobals<Flags>();
    const language = languageOf(flags.lang, io.env);
    const { createConversions, createTransition } = await import("../../main/index.ts");
    const system = await openSystem(await settingsOf(flags, io, language), flags, io);
    try {
      end(await work({ transition: createTransition(system), conversions: createConversions(system), flags, language }));
    } finally {
      await system.close();
    }
  };
  const told = (result: Result<ImportView, readonly Reason[]>, flags: Flags, language: Language): ExitCode => {
    if (!result.ok) {
      for (const one of result.error) printLine(io.stderr, `${pick(one.message, language)}. ${pick(one.remedy, language)}`);
      return ExitCode.badInput;
    }
    tell(io, result.value, flags);
    return result.value.proof.controlReasons.length > 0 ? ExitCode.badInput : ExitCode.ok;
  };

  withOptions(transition.command("import <file>"))
    .summary("check a file and make its proof sheet; records nothing")
    .description(
      "Checks a CSV or XLSX file of older rights and prints its proof sheet. Nothing is recorded before two people signed. The same file again changes nothing.",
    )
    .requiredOption("--list <name>", "name of the source list, for example vop-2023-06")
    .requiredOption(...AS)
    .action((file: string, _own: unknown, command: Command) =>
      run(command, async ({ transition: { imports }, flags, language }) => {
        const uploaded = await imports.upload(await readFile(file), flags.list ?? "", byOf(flags));
        if (!uploaded.ok) return told(uploaded, flags, language);
        return told({ ok: true, value: (await imports.find(uploaded.value.importRef)) as ImportView }, flags, language);
      }),
    );

  withOptions(transition.command("list"))
    .description("The files that were handed over, newest first.")
    .action((_own: unknown, command: Command) =>
      run(command, async ({ transition: { imports }, flags }) => {
        const heads = await imports.list();
        if (flags.json === true) printLine(io.stdout, JSON.stringify(heads));
        else for (const { importRef, list, receivedAt } of heads) printLine(io.stdout, `${importRef}  ${receivedAt}  ${list}`);
        return ExitCode.ok;
      }),
    );

  withOptions(transition.command("proof [import]"))
    .description("The proof sheet of a file (default: the newest).")
    .action((importRef: string | undefined, _own: unknown, command: Command) =>
      run(command, async ({ transition: { imports }, flags }) => {
        const view = await imports.find(await refOf(imports, importRef));
        if (view === null) throw new UsageError("no such import");
        tell(io, view, flags);
        return ExitCode.ok;
      }),
    );

  const step = (
    name: string,
    description: string,
    work: (imports: Transition["imports"], ref: string, by: By) => Promise<Result<ImportView, readonly Reason[]>>,
  ) =>
    withOptions(transition.command(`${name} [import]`))
      .description(description)
      .requiredOption(...AS)
      .action((importRef: string | undefined, _own: unknown, command: Command) =>
        run(command, async ({ transition: { imports }, flags, language }) =>
          told(await work(imports, await refOf(imports, importRef), byOf(flags)), flags, language),
        ),
      );
  step("recheck", "Checks the lines again, for instance after a firm became known.", (imports, ref, by) =>
    imports.recheck(ref, by),
  );
  step("sign", "Signs the proof sheet. Two different people sign.", (imports, ref, by) => imports.sign(ref, by));
  step(
    "take",
    "Records the rights of a file that two people signed; the worker does the same by itself. Can be stopped and tried again.",
    (imports, ref, by) => imports.take(ref, by),
  );
  step("cancel", "Withdraws a file whose rights were not taken.", (imports, ref, by) => imports.cancel(ref, by));

  withOptions(transition.command("convert"))
    .summary("turn earlier rights to VOP into tickets, as VDAB's adviser")
    .description(
      "Turns every running right to VOP of somebody without an individual ticket into a ticket, person by person, and tells the person by letter. Can be stopped and begun again. With --try it says what it would do and records nothing.",
    )
    .option("--try", "record nothing")
    .requiredOption(...AS)
    .action((_own: unknown, command: Command) =>
      run(command, async ({ conversions, flags }) => {
        const { actor } = byOf(flags);
        const acting: Acting = { role: "vdabAdviser", actorRef: actor.ref, organisation: "", insz: null };
        const batchRef = newRef();
        const told = (lines: readonly BatchLine[]) => {
          const count = (outcome: BatchLine["outcome"]) => lines.filter((one) => one.outcome === outcome).length;
          const reasons = [...new Set(lines.flatMap((one) => one.reasons))].sort();
          const counts = { given: count("GIVEN"), oneByOne: count("ONE_BY_ONE"), skipped: count("SKIPPED") };
          if (flags.json === true) printLine(io.stdout, JSON.stringify({ batchRef, ...counts, reasons }));
          else {
            const shown = reasons.length === 0 ? "" : `: ${reasons.join(", ")}`;
            printLine(io.stdout, `given ${counts.given}, one by one ${counts.oneByOne}, skipped ${counts.skipped}${shown}`);
          }
        };
        if (flags.try === true) {
          told(await tryConversions(conversions, batchRef, ALL));
          return ExitCode.ok;
        }
        await startConversions(conversions, acting, batchRef);
        const lines: BatchLine[] = [];
        for (;;) {
          const portion = await runConversions(conversions, acting, batchRef);
          if (portion === null) throw new UsageError("no such batch");
          lines.push(...portion.lines);
          if (portion.finished) break;
        }
        told(lines);
        return ExitCode.ok;
      }),
    );

  transition
    .command("sample")
    .summary("write a synthetic file of older rights, with mistakes in it")
    .description(
      "Writes a synthetic file of older rights: firms of the default synthetic Flanders, people who stand on no other list, and a share of lines with mistakes.",
    )
    .option("--rows <number>", "rights", "200")
    .option("--dirt <number>", "in thousandths: rights with a mistake", "150")
    .option("--seed <text>", "the same seed gives the same file", "lijst")
    .option("--from <number>", "place of the first person: lists with other places hold other people", "0")
    .option("--encoding <name>", "utf8, utf8-bom, utf16, windows-1252 or xlsx", "utf8")
    .requiredOption("--out <file>", "where to write it")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Flags>();
      const rights = Number(flags.rows);
      const dirt = Number(flags.dirt);
      if (!(Number.isInteger(rights) && rights > 0 && rights <= 100_000)) throw new UsageError("--rows: 1 - 100000");
      if (!(Number.isInteger(dirt) && dirt >= 0 && dirt <= 1000)) throw new UsageError("--dirt: 0 - 1000");
      const from = Number(flags.from);
      if (!(Number.isInteger(from) && from >= 0 && from <= 600_000)) throw new UsageError("--from: 0 - 600000");
      const { sampleImport } = await import("../../main/index.ts");
      const made = await sampleImport({ from, seed: flags.seed ?? "lijst", rights, dirt, encoding: flags.encoding ?? "utf8" });
      if (made === null) throw new UsageError("--encoding: utf8, utf8-bom, utf16, windows-1252, xlsx");
      await writeFile(flags.out as string, made.bytes);
      printLine(io.stdout, JSON.stringify({ rights: made.rights, clean: made.clean, mistakes: made.mistakes }));
      end(ExitCode.ok);
    });
}

function byOf(flags: Flags): By {
  const ref = flags.as?.trim() ?? "";
  if (!/^[\w.@-]{2,100}$/.test(ref)) throw new UsageError("--as <name>: 2-100 a-z 0-9 . @ _ -");
  const actor: Actor = { role: "caseHandler", ref };
  return { actor, organisation: "" };
}

async function refOf(imports: Transition["imports"], given: string | undefined): Promise<string> {
  const ref = given ?? (await imports.list(1))[0]?.importRef ?? "";
  if (!/^[0-9a-f-]{36}$/i.test(ref))
    throw new UsageError(given === undefined ? "no import yet" : `${given}: 8-4-4-4-12 hexadecimal digits`);
  return ref;
}

/** One line per measure and reason, in words that hold in every language. */
function tell(io: Io, { head, stage, proof, parkedFor, signatures }: ImportView, flags: Flags): void {
  if (flags.json === true) {
    printLine(
      io.stdout,
      JSON.stringify({ importRef: head.importRef, list: head.list, stage, ...proof, parkedFor, signatures: signatures.length }),
    );
    return;
  }
  const outcomes = Object.entries(proof.outcomes).filter(([, rows]) => rows > 0);
  printLine(io.stdout, `${head.importRef}  ${head.list}  ${stage}  signatures ${signatures.length}`);
  printLine(io.stdout, `rows ${proof.rows}: ${outcomes.map(([outcome, rows]) => `${outcome} ${rows}`).join(", ")}`);
  for (const { measure, control, in: rows } of proof.measures) {
    const sums = (one: typeof rows | null) =>
      one === null ? "-" : `${one.count} / ${fteText(one.fte)} / ${euro(one.cents as Cents)}`;
    printLine(io.stdout, `  ${measure}: control ${sums(control)}, rows ${sums(rows)}`);
  }
  for (const { reason, rows } of parkedFor) printLine(io.stdout, `  parked ${rows}: ${reason}`);
  for (const one of proof.controlReasons) printLine(io.stdout, `  ! ${one.message.nl}`);
}
