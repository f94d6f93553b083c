// Every kind of node that the engine knows. A graph read back from JSON can hold no other.
import type { Expression, Kind } from "../node.ts";
import { addKind } from "./add.ts";
import { codeTableKind } from "./code-table.ts";
import { compareKind } from "./compare.ts";
import { constantKind } from "./constant.ts";
import { yearsAfterKind } from "./dates.ts";
import { dateAfterKind, firstDayOfKind, hoursFromToKind, quarterAtKind } from "./days.ts";
import { divideKind } from "./divide.ts";
import { maximumKind, minimumKind } from "./extreme.ts";
import { inputKind } from "./input.ts";
import { itemOfKind } from "./item-of.ts";
import { judgementKind } from "./judgement.ts";
import { listedKind } from "./listed.ts";
import { allOfKind, anyOfKind, notKind } from "./logic.ts";
import { perMonthKind, sumOverMonthsKind } from "./months.ts";
import { multipleOfKind } from "./multiple-of.ts";
import { oneOfKind } from "./one-of.ts";
import { parameterKind } from "./parameter.ts";
import { phaseOfKind } from "./phase-of.ts";
import { givenKind, otherwiseKind } from "./presence.ts";
import { lastQuarterKind, quarterOfKind, quartersSinceKind, referenceQuarterKind, withinTermKind } from "./quarters.ts";
import { roundKind } from "./round.ts";
import { ruleKind } from "./rule.ts";
import { selectKind } from "./select.ts";
import { daysInServiceKind, daysOfQuarterKind, edgeOfQuarterKind } from "./service.ts";
import { subtractKind } from "./subtract.ts";
import { switchKind } from "./switch.ts";
import { timesKind } from "./times.ts";
import { whenAllKind } from "./when-all.ts";
import { nextWorkingDayKind, workingDayFromKind } from "./working-days.ts";

// Each kind works on its own node type; the table hands it only nodes of that kind.
type AnyKind = Kind<Expression>;

const all = [
  addKind,
  allOfKind,
  anyOfKind,
  codeTableKind,
  compareKind,
  constantKind,
  dateAfterKind,
  daysInServiceKind,
  daysOfQuarterKind,
  divideKind,
  edgeOfQuarterKind,
  firstDayOfKind,
  givenKind,
  hoursFromToKind,
  inputKind,
  itemOfKind,
  judgementKind,
  lastQuarterKind,
  listedKind,
  maximumKind,
  minimumKind,
  multipleOfKind,
  nextWorkingDayKind,
  notKind,
  oneOfKind,
  otherwiseKind,
  parameterKind,
  perMonthKind,
  phaseOfKind,
  quarterAtKind,
  quarterOfKind,
  quartersSinceKind,
  referenceQuarterKind,
  roundKind,
  ruleKind,
  selectKind,
  subtractKind,
  sumOverMonthsKind,
  switchKind,
  timesKind,
  whenAllKind,
  withinTermKind,
  workingDayFromKind,
  yearsAfterKind,
] as unknown as readonly AnyKind[];

const byName: ReadonlyMap<string, AnyKind> = new Map(all.map((kind) => [kind.kind, kind]));

/** Throws a `TypeError` for a kind that this version of the engine does not know. */
export function kindOf(node: Expression): AnyKind {
  const kind = byName.get(node.kind);
  if (kind === undefined) throw new TypeError(`The engine knows no node of kind “${String(node.kind)}”`);
  return kind;
}
