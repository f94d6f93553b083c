// Letters from VDAB to the person, about the own tickets. What was found about the person stands in these letters only.
import {
  evolvePerson,
  type Finding,
  NO_PERSON,
  type PersonEvent,
  type PersonState,
  type TicketFacts,
} from "../../dossier/index.ts";
import { formatDate, type PlainDate } from "../../kernel/index.ts";
import { formatValue, type Law } from "../../law/index.ts";
import {
  type Block,
  instrumentsBlocks,
  type LetterKind,
  openPointsBlocks,
  percentNl,
  reasonsBlocks,
  remedyBlocks,
  rulesBlocks,
  type Slots,
} from "../../letters/index.ts";
import type { LetterPlan } from "./plan.ts";
import * as words from "./words.ts";

export interface PersonLetterCase {
  readonly law: Law;
  /** The events of the person up to and including the one that the letter is about, with the command that each came with. */
  readonly events: readonly (PersonEvent & { readonly commandId: string })[];
  /** Events of the same command after that one: a second ticket that came with it. */
  readonly sameCommand: readonly PersonEvent[];
  readonly personRef: string;
  readonly on: PlainDate;
}

type Row = { readonly label: string; readonly value: string };
const day = (on: PlainDate) => formatDate(on, "nl");

/** Null when no letter follows from the last event: a collective ticket is told of with the individual one that comes with it. */
export function personLetter(one: PersonLetterCase): LetterPlan | null {
  const event = one.events.at(-1);
  const state = one.events.reduce((folded, each) => evolvePerson(folded, each), NO_PERSON);
  if (event === undefined) return null;
  const made = caseOf(one, event, state);
  if (made === null) return null;
  return {
    ...made,
    recipient: one.personRef,
    subjects: [one.personRef],
    fileRef: null,
    personRef: one.personRef,
    employerRef: null,
  };
}

type Made = Pick<LetterPlan, "kind" | "aboutRef" | "slots">;

function caseOf(one: PersonLetterCase, event: PersonEvent, state: PersonState): Made | null {
  const { law, on } = one;
  const review = remedyBlocks(law, "VDAB", on);
  switch (event.type) {
    case "TicketIssued":
      return ticketLetter(one, event.payload, state);
    case "TicketRefused": {
      const { indicationRef, grounds, measure, appliedOn, decidedOn } = event.payload;
      const rows: Row[] = [
        { label: "Gevraagd op", value: day(appliedOn) },
        { label: "Beslist op", value: day(decidedOn) },
        ...findingRows(state.indications[indicationRef]?.finding ?? null),
      ];
      const slots: Slots = {
        texts: { measure: words.MEASURE_WORDS[measure] },
        flags: { many: grounds.length > 1 },
        inserts: {
          facts: [{ type: "facts", rows }],
          reasons: reasonsBlocks(law, grounds),
          instruments: instrumentsBlocks(law, grounds),
          openPoints: openPointsBlocks(law, ["OPEN-37"]),
          review,
        },
      };
      return { kind: "negative-advice", aboutRef: indicationRef, slots };
    }
    case "ReviewDecided": {
      const { reviewRef, outcome, decidedOn } = event.payload;
      const asked = state.reviews[reviewRef];
      const rows: Row[] = [
        ...(asked === undefined ? [] : [{ label: "Gevraagd op", value: day(asked.requestedOn) }]),
        ...(asked?.advisedOn == null ? [] : [{ label: "Advies van de commissie", value: day(asked.advisedOn) }]),
        { label: "Beslist op", value: day(decidedOn) },
        { label: "Uitkomst", value: words.REVIEW_WORDS[outcome] },
      ];
      const slots: Slots = {
        texts: {},
        flags: { confirmed: outcome === "CONFIRMED", changed: outcome === "CHANGED", withdrawn: outcome === "WITHDRAWN" },
        inserts: {
          facts: [{ type: "facts", rows }],
          ...ruleInserts(law, ["PROC-30", "PROC-31"]),
          openPoints: openPointsBlocks(law, ["OPEN-20"]),
        },
      };
      return { kind: "review-indication", aboutRef: reviewRef, slots };
    }
    default:
      return null;
  }
}

const RULES: Readonly<Record<string, readonly string[]>> = {
  INDIVIDUAL: ["IND-01", "IND-11", "IND-12", "IND-20"],
  COLLECTIVE: ["IND-01", "IND-10", "IND-20"],
  AMA_SOCIAL_ECONOMY: ["AMA-01", "AMA-02"],
  WELFARE: ["AMA-01"],
  DOUBLE_TICKET: ["IND-01", "IND-10", "IND-14", "IND-20"],
  CATCH_UP: ["IND-15", "IND-20"],
  CONVERSION: ["IND-17", "IND-20"],
};
const POINTS: Readonly<Record<string, readonly string[]>> = {
  DOUBLE_TICKET: ["OPEN-37", "OPEN-39"],
  CATCH_UP: ["OPEN-40"],
  CONVERSION: [],
  REQUEST: ["OPEN-37"],
};
const KINDS: Readonly<Record<TicketFacts["origin"], LetterKind>> = {
  REQUEST: "advice",
  DOUBLE_TICKET: "double-ticket",
  CATCH_UP: "catch-up",
  CONVERSION: "vop-conversion",
};

function ticketLetter(one: PersonLetterCase, ticket: TicketFacts, state: PersonState): Made | null {
  const comesWithDouble = one.sameCommand.some((each) => each.type === "TicketIssued" && each.payload.origin === "DOUBLE_TICKET");
  if (ticket.origin === "REQUEST" && ticket.type === "COLLECTIVE" && comesWithDouble) return null;
  const { law, on } = one;
  const { origin } = ticket;
  const indication = ticket.indicationRef === null ? undefined : state.indications[ticket.indicationRef];
  const rules = [
    ...(RULES[origin] ?? RULES[ticket.type] ?? []),
    ...(ticket.needDuration === "TEMPORARY" ? ["IND-21"] : ticket.needDuration === "LASTING" ? ["IND-22"] : []),
  ];
  const rows: Row[] = [
    { label: "Gevraagd op", value: day(ticket.appliedOn) },
    { label: "Beslist op", value: day(ticket.grantedOn) },
    ...findingRows(indication?.finding ?? null),
  ];
  const other = one.events
    .slice(0, -1)
    .findLast((each) => origin === "DOUBLE_TICKET" && each.type === "TicketIssued" && each.payload.type === "COLLECTIVE");
  const shown = [...(other?.type === "TicketIssued" ? [other.payload] : []), ticket];
  return {
    kind: KINDS[origin],
    aboutRef: ticket.indicationRef ?? ticket.ticketRef,
    slots: {
      texts: {
        ticket: words.TICKET_WORDS[ticket.type],
        validFrom: day(ticket.validFrom),
        validUntil: day(ticket.validUntil),
        guidanceNeed: words.codeWords(ticket.guidanceNeed),
        ...(ticket.package === null ? {} : { package: words.codeWords(ticket.package) }),
      },
      flags: {
        individual: ticket.type === "INDIVIDUAL",
        collective: ticket.type === "COLLECTIVE",
        ama: ticket.type === "AMA_SOCIAL_ECONOMY",
        welfare: ticket.type === "WELFARE",
        guided: ticket.guidanceNeed !== "NONE",
        packaged: ticket.package !== null,
        departed: ticket.motivation !== null,
      },
      inserts: {
        facts: [{ type: "facts", rows }],
        gives: shown.map((each) => givesBlock(law, each)),
        ...ruleInserts(law, rules),
        openPoints: openPointsBlocks(law, POINTS[origin] ?? []),
        review: remedyBlocks(law, "VDAB", on),
      },
    },
  };
}

function givesBlock(law: Law, ticket: TicketFacts): Block {
  const rows: Row[] = [
    { label: "Ticket", value: words.TICKET_WORDS[ticket.type] },
    ...(ticket.package === null ? [] : [{ label: "Pakket", value: words.codeWords(ticket.package) }]),
    ...(ticket.package === null ? [] : wageRows(law, ticket.package, ticket.grantedOn)),
    ...(ticket.percentage === null
      ? []
      : [{ label: "Percentage in een maatwerkbedrijf", value: percentNl(String(ticket.percentage)) }]),
    ...(ticket.needClass === null ? [] : [{ label: "Premies voor de werkgever", value: words.NEED_WORDS[ticket.needClass] }]),
    ...(ticket.guidanceNeed === "NONE" ? [] : [{ label: "Begeleidingsnood", value: words.codeWords(ticket.guidanceNeed) }]),
    ...(ticket.needDuration === null ? [] : [{ label: "Nood", value: words.DURATION_WORDS[ticket.needDuration] }]),
    { label: "Geldig", value: `van ${day(ticket.validFrom)} tot en met ${day(ticket.validUntil)}` },
  ];
  return { type: "facts", rows };
}

/** The percentages of the package's phases, as the law has them on the day; a package without known percentages shows none. */
function wageRows(law: Law, given: string, on: PlainDate): readonly Row[] {
  const id = `wagePremium.package.${given}`;
  const read = law.parameters.has(id) ? law.parameterAt(id, on) : null;
  if (read === null || !read.ok) return [];
  const { value } = read.value;
  const phases = (Array.isArray(value) ? value : [value]).filter((one): one is number => typeof one === "number");
  const text = [...new Set(phases)].map((one) => formatValue(String(one / 100), "%", "nl")).join(", daarna ");
  return text === "" ? [] : [{ label: "Loonpremie", value: `${text} van het begrensde loon` }];
}

function findingRows(finding: Finding | null): readonly Row[] {
  if (finding === null) return [];
  return [
    { label: "Op basis van", value: words.PATH_WORDS[finding.evidencePath] },
    { label: "Arbeidsbeperking", value: finding.workDisability ? "erkend" : "niet erkend" },
    { label: "Rendementsverlies", value: percentNl(finding.productivityLossPct) },
    { label: "Bijkomende kosten", value: percentNl(finding.extraCostsPct) },
    { label: "Begeleiding op de werkvloer", value: finding.guidanceRequired ? "nodig" : "niet nodig" },
    { label: "Nood", value: words.DURATION_WORDS[finding.needDuration] },
  ];
}

const ruleInserts = (law: Law, rules: readonly string[]) => ({
  rules: rulesBlocks(law, rules),
  instruments: instrumentsBlocks(law, rules),
});
