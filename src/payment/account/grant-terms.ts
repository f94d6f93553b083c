// A grant as the accounts engage it: one position for each quarter of its term, before any of it is recorded.
import type { Grant } from "../../dossier/index.ts";
import { addDays, firstDay, fromQuarterNumber, lastDay, quarterIndexNumber } from "../../kernel/index.ts";
import { positionIn } from "../entitlement/position-of-grant.ts";
import type { Position } from "../ports.ts";
import type { GrantToCommit } from "./commitment.ts";

export function grantToCommit(grant: Grant): GrantToCommit {
  const { facts, endQuarter } = grant;
  const positions: Position[] = [];
  for (let number = quarterIndexNumber(facts.startQuarter); number <= quarterIndexNumber(endQuarter); number += 1) {
    const position = positionIn(grant, number);
    if (position === null) continue;
    const quarter = fromQuarterNumber(number);
    const [first, after] = [firstDay(quarter), addDays(lastDay(quarter), 1)];
    const starts = position.validFrom > first;
    const ends = position.validTo !== null && position.validTo < after;
    positions.push({ ...position, validFrom: starts ? position.validFrom : first, validTo: ends ? position.validTo : after });
  }
  return { grantRef: facts.grantRef, decidedOn: facts.decidedOn, positions };
}
