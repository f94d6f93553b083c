// `maatwerk synthetic declarations`: writes a file of invented attests for the grants in the records.
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Command } from "commander";
import { ExitCode } from "../exit-code.ts";
import { type Io, languageOf, printLine } from "../io.ts";
import { openSystem, type SystemFlags, settingsOf, withSystemOptions } from "../open-system.ts";
import { quarterNumber } from "../payment-system.ts";
import type { Ending } from "../program.ts";
import { UsageError } from "../told-error.ts";

interface Flags extends SystemFlags {
  readonly quarter: string;
  readonly out: string;
  readonly wave: string;
  readonly seed: string;
}

export function addSyntheticDeclarations(synthetic: Command, io: Io, end: Ending): void {
  withSystemOptions(synthetic.command("declarations"))
    .summary("write a file of invented attests for the grants in the records")
    .description(
      "Writes DmfA attests for every grant of an employer that holds in the quarter, as `maatwerk declarations take` reads them. Wave `first` holds what comes on time, wave `late` what comes after the run: late attests, corrections, cancellations. Only on synthetic records.",
    )
    .requiredOption("--quarter <quarter>", "quarter, e.g. 2026-Q3")
    .requiredOption("--out <file>", "the file to write")
    .option("--wave <wave>", "first or late", "first")
    .option("--seed <text>", "the same seed gives the same file for the same records", "1")
    .action(async (_own: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Flags>();
      if (flags.wave !== "first" && flags.wave !== "late") throw new UsageError(`--wave ${flags.wave}: first, late`);
      const wave = flags.wave === "first" ? "FIRST" : "LATE";
      const quarter = quarterNumber(flags.quarter, "--quarter");
      const language = languageOf(flags.lang, io.env);
      const { syntheticDeclarations } = await import("../../main/index.ts");
      const system = await openSystem(await settingsOf(flags, io, language), flags, io);
      try {
        // Names nobody's real wage by accident: the numbers of real people never get invented wages.
        if (!system.demo) throw new UsageError("synthetic declarations: only on synthetic records");
        let count = 0;
        const text = syntheticDeclarations(system, {
          quarter,
          wave,
          seed: flags.seed,
          onAttests: (written) => {
            count = written;
          },
        });
        await pipeline(Readable.from(text), createWriteStream(flags.out));
        printLine(io.stdout, `${count}  ${flags.out}`);
      } finally {
        await system.close();
      }
      end(ExitCode.ok);
    });
}
