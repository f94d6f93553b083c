import { describe, expect, it } from "vitest";
import { labelOf } from "../catalogue/index.ts";
import { type Group, nameOfGroup, titleOf } from "./group.ts";
import { kinshipsOf } from "./kinship.ts";

const events = "grant decided, events";
const year = { subject: events, from: "2024-01-01", until: "2024-12-31" };

function group(of: Readonly<Record<string, string>> = {}, about: Omit<Group, "of"> = year): Group {
  return { ...about, of: new Map(Object.entries(of)) };
}

function kinships(groups: readonly Group[], several: readonly string[] = []) {
  return kinshipsOf(new Map(groups.map((one) => [nameOfGroup(one), one])), new Set(several));
}

const names = (groups: readonly Group[]): string[] => groups.map(nameOfGroup).sort();
const partsOf = (total: Group, found: ReturnType<typeof kinships>): string[][] =>
  found.filter((one) => one.total === nameOfGroup(total)).map(({ parts }) => [...parts].sort());

describe("kinship of groups", () => {
  it("puts the values of an attribute within everybody", () => {
    const [all, women, men] = [group(), group({ Sex: "Woman" }), group({ Sex: "Man" })];
    expect(kinships([all, women, men])).toContainEqual({
      total: nameOfGroup(all),
      parts: [nameOfGroup(women), nameOfGroup(men)],
      overlap: false,
    });
  });

  it("says that parts overlap where one can have several values", () => {
    const found = kinships([group(), group({ Premiums: "Wage" })], ["Premiums"]);
    expect(found.map(({ overlap }) => overlap)).toEqual([true]);
  });

  it("puts municipalities within their own province, and not within another", () => {
    const province = (code: string): Group => group({ [titleOf("province")]: labelOf("province", code).en });
    const place = (nis: string): Group => group({ [titleOf("municipality")]: nis });
    const [antwerp, limburg, own, other] = [province("ANT"), province("LIM"), place("11002"), place("71022")];
    const found = kinships([antwerp, limburg, own, other]);
    expect(partsOf(antwerp, found)).toEqual([names([own])]);
    expect(partsOf(limburg, found)).toEqual([names([other])]);
  });

  it("puts quarters within their year, and no quarter of another year", () => {
    const period = (from: string, until: string): Group => group({}, { subject: events, from, until });
    const [first, second, next] = [
      period("2024-01-01", "2024-03-31"),
      period("2024-04-01", "2024-06-30"),
      period("2025-01-01", "2025-03-31"),
    ];
    expect(partsOf(group(), kinships([group(), first, second, next]))).toEqual([names([first, second])]);
  });

  it("does not hold stocks of different days against each other", () => {
    const stock = (day: string): Group => group({}, { subject: "grants, stock at the date", from: day, until: day });
    expect(kinships([stock("2024-03-31"), stock("2024-06-30")])).toEqual([]);
  });

  it("puts the combinations that hold a ticket within the tickets of that measure", () => {
    const day = { from: "2024-12-31", until: "2024-12-31" };
    const tickets = group(
      { [titleOf("ticketMeasure")]: labelOf("ticketType", "INDIVIDUAL").en },
      { subject: "tickets, stock at the date", ...day },
    );
    const holders = (code: string): Group =>
      group(
        { [titleOf("ticketCombination")]: labelOf("ticketCombination", code).en },
        { subject: "persons with at least one ticket, stock at the date", ...day },
      );
    const [alone, both, without] = [holders("IMW"), holders("CMW+IMW"), holders("CMW")];
    expect(partsOf(tickets, kinships([tickets, alone, both, without]))).toEqual([names([alone, both])]);
  });

  it("leaves groups of another subject alone", () => {
    const other = group({ Sex: "Woman" }, { ...year, subject: "indication issued, events" });
    expect(kinships([group(), other])).toEqual([]);
  });
});
