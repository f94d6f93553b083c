// `maatwerk verify`: is the log what it was, and are the read tables what the log says.
import type { Command } from "commander";
import type { Language } from "../../kernel/index.ts";
import type { Seal } from "../../main/index.ts";
import { ExitCode } from "../exit-code.ts";
import { type Io, printLine } from "../io.ts";
import { withSystemOptions } from "../open-system.ts";
import { type Operator, type OperatorFlags, operatorOf, readLines } from "../operator.ts";
import { operatorMessages } from "../operator-messages.ts";
import type { Ending } from "../program.ts";

type Checked = Awaited<ReturnType<Operator["verify"]>>;

export function addVerify(program: Command, io: Io, end: Ending): void {
  withSystemOptions(program.command("verify"))
    .summary("check the whole log: chains, seals and read tables")
    .description("Reads the whole log and says of each flaw where it is. Ends with code 1 when something is wrong.")
    .option("--seals <file>", "seals exported earlier: each must still be there")
    .option("--json", "print the report as JSON")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<OperatorFlags & { readonly seals?: string }>();
      const { operator, language } = await operatorOf(flags, io);
      const exported = flags.seals === undefined ? [] : readLines<Seal>(flags.seals);
      const checked = await operator.verify(exported);
      if (flags.json === true) printLine(io.stdout, JSON.stringify(checked));
      end(tellChecked(checked, flags, language, io));
    });

  withSystemOptions(program.command("seals"))
    .summary("print all seals over the log, one a line, to be kept elsewhere")
    .action(async (_own: unknown, command: Command) => {
      const { operator } = await operatorOf(command.optsWithGlobals<OperatorFlags>(), io);
      for (const seal of await operator.seals()) printLine(io.stdout, JSON.stringify(seal));
      end(ExitCode.ok);
    });
}

/** Tells what was found, unless it was told as JSON, and gives the exit code. */
export function tellChecked({ verification, differences }: Checked, flags: OperatorFlags, language: Language, io: Io): ExitCode {
  const text = operatorMessages(language);
  const wrong = verification.flaws.length + differences.length;
  if (flags.json !== true) {
    printLine(io.stdout, text.verified(verification.events, verification.streams, verification.seals, verification.unsealed));
    printLine(io.stdout, wrong === 0 ? text.sound : text.notSound(wrong));
    for (const one of [...verification.flaws, ...differences]) printLine(io.stdout, `  ${JSON.stringify(one)}`);
    printLine(io.stdout, text.notProven);
  }
  return wrong === 0 ? ExitCode.ok : ExitCode.badInput;
}
