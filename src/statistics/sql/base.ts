// The rows that a measure gathers: which table, which rows at the date, in the period or by the event, and their reference date.
import type { EventId, SubjectId } from "../catalogue/index.ts";
import type { RunContext } from "../context.ts";
import { type AmaPerimeter, type Definition, firstDayOf, lastDayOf, subjectOfMeasure, type Window } from "../definition/index.ts";
import type { Parameters } from "./statement.ts";

export interface Base {
  /** A from-item with the alias `b`. */
  readonly from: string;
  readonly where: readonly string[];
  /** The reference date of each row. */
  readonly ref: string;
  /** Whether `ref` is the same for all rows. */
  readonly refIsConstant: boolean;
  /** Only for rows gathered over a period: the days of the period in which the row held. */
  readonly range: string | null;
}

const tables: Readonly<Record<Exclude<SubjectId, "ticketHolder" | "payment" | "commitment" | "transfer">, string>> = {
  person: "read.person_fact",
  ticket: "read.ticket",
  indication: "read.indication",
  application: "read.application",
  grant: "read.grant_position",
  oldRight: "read.old_right",
  employer: "read.employer_fact",
};

const keys: Readonly<Record<string, string>> = {
  ticket: "ticket_ref",
  indication: "indication_ref",
  application: "file_ref",
  grant: "grant_ref",
  oldRight: "right_ref",
};

/** Bits of the ticket types in a holder's mask. */
export const ticketBits = { INDIVIDUAL: 1, COLLECTIVE: 2, AMA_SOCIAL_ECONOMY: 4, WELFARE: 8 } as const;

export const ticketTypes = {
  ama: (perimeter: AmaPerimeter): readonly string[] =>
    perimeter === "ALL" ? ["AMA_SOCIAL_ECONOMY", "WELFARE"] : ["AMA_SOCIAL_ECONOMY"],
} as const;

export const ticketMask = `bit_or(case t.type ${Object.entries(ticketBits)
  .map(([type, bit]) => `when '${type}' then ${bit}`)
  .join(" ")} else 0 end)`;

/** @param within more conditions on the tickets `t` of holders */
export function baseOf(definition: Definition, window: Window, context: RunContext, p: Parameters, within: string): Base {
  const { measure } = definition;
  const known = p.place(context.knownAt, "timestamptz");
  if (measure.kind === "stock") return standing(measure.subject, known, p.place(lastDayOf(window), "date"), within);
  if (measure.kind === "ever") {
    return stoodInPeriod(measure.subject, known, p.place(firstDayOf(window), "date"), p.place(lastDayOf(window), "date"));
  }
  const subject = subjectOfMeasure(measure);
  const [from, until] = [p.place(firstDayOf(window), "date"), p.place(lastDayOf(window), "date")];
  if (subject === "payment") return payments(definition, known, from, until);
  if (subject === "commitment") return commitments(known, from, until);
  if (subject === "transfer") return transfers(measure.event, known, from, until);
  return happened(measure.event, known, from, until);
}

function standing(subject: SubjectId, known: string, day: string, within: string): Base {
  const constant = { ref: day, refIsConstant: true, range: null };
  if (subject === "ticketHolder") {
    return {
      from: `(select t.person_ref, ${ticketMask} as mask from read.ticket t where t.known @> ${known} and t.valid @> ${day}${within} group by t.person_ref) b`,
      where: [],
      ...constant,
    };
  }
  if (subject === "indication") {
    return {
      from: "read.indication b",
      where: [`b.known @> ${known}`, `b.requested_on <= ${day}`, `(b.decided_on is null or b.decided_on > ${day})`],
      ...constant,
    };
  }
  return { from: `${tableOf(subject)} b`, where: [`b.known @> ${known}`, `b.valid @> ${day}`], ...constant };
}

function stoodInPeriod(subject: SubjectId, known: string, from: string, until: string): Base {
  const period = `daterange(${from}, ${until}, '[]')`;
  const constant = { ref: until, refIsConstant: true, range: `(b.valid * ${period})` };
  if (subject === "indication") {
    const valid =
      "case when i.decided_on is null or i.decided_on > i.requested_on then daterange(i.requested_on, i.decided_on) else 'empty' end";
    return {
      from: `(select i.*, ${valid} as valid from read.indication i where i.known @> ${known}) b`,
      where: [`b.valid && ${period}`],
      ...constant,
    };
  }
  const table = subject === "ticketHolder" ? "read.ticket" : tableOf(subject);
  return { from: `${table} b`, where: [`b.known @> ${known}`, `b.valid && ${period}`], ...constant };
}

/** Column of the day on which the event happened, and the states that make a row an event. */
const happenings: Readonly<Partial<Record<EventId, { readonly on: string; readonly states?: string }>>> = {
  "ticket.applied": { on: "applied_on" },
  "ticket.issued": { on: "granted_on" },
  "indication.requested": { on: "requested_on" },
  "indication.decided": { on: "decided_on" },
  "indication.issued": { on: "decided_on", states: "e.outcome = 'ISSUED'" },
  "indication.refused": { on: "decided_on", states: "e.outcome = 'REFUSED'" },
  "application.filed": { on: "filed_on" },
  "application.decided": { on: "state_on", states: "e.state in ('GRANTED', 'REFUSED', 'INADMISSIBLE')" },
  "application.granted": { on: "state_on", states: "e.state = 'GRANTED'" },
  "application.refused": { on: "state_on", states: "e.state = 'REFUSED'" },
  "application.withdrawn": { on: "state_on", states: "e.state = 'WITHDRAWN'" },
  "application.inadmissible": { on: "state_on", states: "e.state = 'INADMISSIBLE'" },
  "grant.decided": { on: "decided_on" },
  "oldRight.evaluationRequested": { on: "evaluation_requested_on" },
  "oldRight.evaluationDecided": { on: "evaluation_decided_on" },
};

/** One row per event; where a thing has several versions, the one that held on the day of the event, else the first. */
function happened(event: EventId, known: string, from: string, until: string): Base {
  const subject = event.slice(0, event.indexOf("."));
  const table = tableOf(subject as SubjectId);
  const key = keys[subject]!;
  const after = { where: [`b.ref between ${from} and ${until}`], ref: "b.ref", refIsConstant: false, range: null };
  if (event.endsWith(".started")) {
    const first = `select distinct on (e.${key}) e.*, lower(e.valid) as ref from ${table} e where e.known @> ${known} order by e.${key}, lower(e.valid) nulls first`;
    return { from: `(${first}) b`, ...after };
  }
  if (event.endsWith(".ended")) {
    const last = `select distinct on (e.${key}) e.*, upper(e.valid) - 1 as ref from ${table} e where e.known @> ${known} order by e.${key}, upper(e.valid) desc nulls first`;
    return { from: `(${last}) b`, ...after };
  }
  const { on, states } = happenings[event]!;
  const inPeriod = `e.known @> ${known} and e.${on} between ${from} and ${until}${states === undefined ? "" : ` and ${states}`}`;
  if (subject === "indication")
    return { from: `(select e.*, e.${on} as ref from ${table} e where ${inPeriod}) b`, ...after, where: [] };
  // A file can be decided on twice, on different days: each day is an event of its own.
  const one = `e.${key}, e.${on}`;
  const version = `select distinct on (${one}) e.*, e.${on} as ref from ${table} e where ${inPeriod} order by ${one}, (e.valid @> e.${on}) desc, lower(e.valid) nulls first`;
  return { from: `(${version}) b`, ...after, where: [] };
}

/** Net amounts per grant, quarter and premium, with the grant as it stood at the end of that quarter. */
function payments(definition: Definition, known: string, from: string, until: string): Base {
  const measure = definition.measure as { readonly event: EventId };
  const byOrigin = [
    ...definition.by,
    ...definition.population.map((condition) => (condition.kind === "tickets" ? "" : condition.attribute)),
  ].includes("bookingOrigin");
  const lastDay = "((make_date(l.quarter / 4, (l.quarter % 4) * 3 + 1, 1) + interval '3 months')::date - 1)";
  const day = measure.event === "payment.booked" ? "(l.booked_at at time zone 'Europe/Brussels')::date" : lastDay;
  const origin = byOrigin ? ", l.origin" : "";
  const net = `select l.grant_ref, l.quarter, l.component, l.employer_ref, sum(l.cents) as cents, ${lastDay} as ref${origin}
    from read.ledger_line l where l.booked_at <= ${known} and ${day} between ${from} and ${until}
    group by l.grant_ref, l.quarter, l.component, l.employer_ref${origin}`;
  const one = `n.grant_ref, n.quarter, n.component, n.employer_ref${byOrigin ? ", n.origin" : ""}`;
  const withGrant = `select distinct on (${one}) n.*, g.person_ref, g.applicant, g.premiums, g.package, g.guidance_need
    from (${net}) n left join read.grant_position g on g.grant_ref = n.grant_ref and g.known @> ${known}
    order by ${one}, (g.valid @> n.ref) desc nulls last, lower(g.valid) nulls first`;
  return {
    from: `(${withGrant}) b`,
    where: definition.unit === "euro" ? [] : ["b.cents > 0"],
    ref: "b.ref",
    refIsConstant: false,
    range: null,
  };
}

/** What was committed, with the grant as it stood on that day, else as it began. */
function commitments(known: string, from: string, until: string): Base {
  const day = "(c.booked_at at time zone 'Europe/Brussels')::date";
  const one = "c.grant_ref, c.component, c.seq";
  const withGrant = `select distinct on (${one}) c.grant_ref, c.component, c.seq, c.cents, ${day} as ref, g.person_ref, g.employer_ref,
      g.applicant, g.premiums
    from read.commitment c left join read.grant_position g on g.grant_ref = c.grant_ref and g.known @> ${known}
    where c.booked_at <= ${known} and ${day} between ${from} and ${until}
    order by ${one}, (g.valid @> ${day}) desc nulls last, lower(g.valid) nulls first`;
  return { from: `(${withGrant}) b`, where: [], ref: "b.ref", refIsConstant: false, range: null };
}

/** What the bank said of each transfer, on the day that it said so. */
function transfers(event: EventId, known: string, from: string, until: string): Base {
  const day = "(t.at at time zone 'Europe/Brussels')::date";
  const step = event === "transfer.executed" ? "EXECUTED" : "RETURNED";
  const said = `select t.payment_ref, t.attempt, t.cents, ${day} as ref, t.beneficiary_kind,
      case when t.beneficiary_kind = 'EMPLOYER' then t.beneficiary_ref end as employer_ref
    from read.transfer t where t.step = '${step}' and t.at <= ${known} and ${day} between ${from} and ${until}`;
  return { from: `(${said}) b`, where: [], ref: "b.ref", refIsConstant: false, range: null };
}

function tableOf(subject: SubjectId): string {
  if (subject === "ticketHolder" || subject === "payment" || subject === "commitment" || subject === "transfer")
    throw new Error(`${subject} is made of other tables`);
  return tables[subject];
}
