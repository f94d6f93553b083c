import { expect, test } from "vitest";
import { assertOk, instant, plainDate } from "../../kernel/index.ts";
import { openLaw } from "../../law/open-law.ts";
import { policies } from "../disclosure/index.ts";
import { evaluatorInMemory } from "../evaluator.ts";
import { lawAsFrozen, legalReadingOf } from "../legal-facts.ts";
import { noTables, type TicketRow } from "../reference/tables.ts";
import { comparePublications } from "./compare.ts";
import { buildPublication } from "./publication.ts";
import { parseSheet } from "./sheet.ts";

const law = openLaw();
const now = legalReadingOf(law);
/** The law as it was thought to be: the double ticket a month later. */
const later = plainDate("2023-08-01");
const lawOfThen = lawAsFrozen(law, {
  facts: { ...now.facts, doubleTicketFrom: later },
  dates: { ...now.dates, doubleTicketFrom: later },
});

const ticket = (index: number, appliedOn: string, known: string): TicketRow => ({
  ticket_ref: `t${index}`,
  person_ref: `p${index}`,
  type: "COLLECTIVE",
  applied_on: appliedOn,
  granted_on: appliedOn,
  package: null,
  percentage: null,
  guidance_need: "LOW",
  need_class: null,
  need_duration: null,
  origin: "REQUEST",
  valid: { from: appliedOn, until: null },
  known: { from: known, until: null },
});
const early = "2023-09-01T00:00:00.000Z";
const tickets = [
  // Two in July, before the law of then; three in August; one in August that came late; four in 2024.
  ...["2023-07-05", "2023-07-20", "2023-08-02", "2023-08-03", "2023-08-04"].map((day, index) => ticket(index, day, early)),
  ticket(10, "2023-08-10", "2024-02-01T00:00:00.000Z"),
  ...["2024-01-02", "2024-01-03", "2024-01-04", "2024-01-05"].map((day, index) =>
    ticket(20 + index, day, "2024-01-20T00:00:00.000Z"),
  ),
];

async function publish(under: typeof law | typeof lawOfThen, until: string, knownAt: string) {
  const text = `figures:
  - { id: aanvragen, unit: ticket, measure: { flow: ticket.applied }, at: { from: "@doubleTicketFrom", until: ${until} } }
`;
  const sheet = assertOk(parseSheet(text, "vraag.yaml", under));
  const built = await buildPublication(evaluatorInMemory({ ...noTables, ticket: tickets }), under, {
    name: "dubbel",
    sheet,
    knownAt: instant(knownAt),
    policy: policies.internal,
    earlier: [],
  });
  return assertOk(built).publication;
}

test("a change is told apart: registered late, another law, other people", async () => {
  const earlier = await publish(lawOfThen, "2023-12-31", "2023-12-31T00:00:00.000Z");
  const again = await publish(lawOfThen, "2023-12-31", "2024-03-01T00:00:00.000Z");
  const underLaw = await publish(law, "2023-12-31", "2024-03-01T00:00:00.000Z");
  const asked = await publish(law, "2024-01-31", "2024-03-01T00:00:00.000Z");
  const { changes, lawKept } = comparePublications(earlier, again, underLaw, asked);
  expect(lawKept).toBe(true);
  expect(changes).toEqual([{ figure: "aanvragen", key: [], before: 3, late: 1, law: 2, population: 4, now: 10 }]);
  for (const { before, late, law: byLaw, population, now: is } of changes)
    expect(before! + late! + byLaw! + population!).toBe(is);
});

test("without the law of then, late registration and law are one, and it says so", async () => {
  const earlier = await publish(lawOfThen, "2023-12-31", "2023-12-31T00:00:00.000Z");
  const underLaw = await publish(law, "2023-12-31", "2024-03-01T00:00:00.000Z");
  const { changes, lawKept } = comparePublications(earlier, null, underLaw, underLaw);
  expect(lawKept).toBe(false);
  expect(changes).toEqual([{ figure: "aanvragen", key: [], before: 3, late: 3, law: null, population: 0, now: 6 }]);
});
