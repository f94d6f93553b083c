// `maatwerk law`: look into the rules, their values over time, their cases, and what is open.
import type { Command } from "commander";
import type { Io } from "../io.ts";
import type { Ending } from "../program.ts";
import { addLawCases } from "./law-cases.ts";
import { addLawCoverage } from "./law-coverage.ts";
import { addLawCriteria } from "./law-criteria.ts";
import { addLawDiff } from "./law-diff.ts";
import { addLawMutate } from "./law-mutate.ts";
import { addLawOpen } from "./law-open.ts";
import { addLawShow } from "./law-show.ts";

export function addLaw(program: Command, io: Io, end: Ending): void {
  const law = program
    .command("law")
    .summary("look into the rules")
    .description("Looks into the rules as this version knows them.");
  for (const add of [addLawCoverage, addLawOpen, addLawCases, addLawShow, addLawDiff, addLawCriteria, addLawMutate]) {
    add(law, io, end);
  }
}
