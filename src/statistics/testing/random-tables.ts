// Small random populations for tests: overlapping histories, corrections known later, gaps, people without facts.
import fc from "fast-check";
import { addDays, plainDate } from "../../kernel/index.ts";
import type { Tables, TextRange } from "../reference/index.ts";

/** Three moments at which the records changed; questions are asked between and after them. */
export const moments = ["2022-06-01T08:00:00.000Z", "2023-08-15T10:30:00.000Z", "2024-02-10T23:30:00.000Z"] as const;

const anyOf = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const day = (from: string, days: number): fc.Arbitrary<string> => fc.nat(days).map((count) => addDays(plainDate(from), count));
const someDay = day("2022-06-01", 800);
const orNull = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 4 });
const ref = (kind: number, index: number): string =>
  `${String(kind).padStart(8, "0")}-0000-4000-8000-${String(index).padStart(12, "0")}`;

const people = 9;
const firms = 4;
const person = fc.nat(people - 1).map((index) => ref(1, index));
const firm = fc.nat(firms - 1).map((index) => ref(2, index));

/** Days in a row, cut at a few points; the last piece may stay open. Pieces are dropped now and then, so that gaps arise. */
const pieces = fc
  .record({
    start: someDay,
    lengths: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 3 }),
    open: fc.boolean(),
    gap: fc.nat(4),
  })
  .map(({ start, lengths, open, gap }) => {
    const ranges: TextRange[] = [];
    let from = plainDate(start);
    for (const [index, length] of lengths.entries()) {
      const until = addDays(from, length);
      const last = index === lengths.length - 1;
      if (!(gap === index && lengths.length > 1)) ranges.push({ from, until: last && open ? null : until });
      from = until;
    }
    return ranges;
  });

/** What was known of one thing: one history until a moment, another from then; or one from a moment on. */
function histories<T>(row: fc.Arbitrary<T>): fc.Arbitrary<(T & { valid: TextRange; known: TextRange })[]> {
  const version = fc.tuple(pieces, fc.array(row, { minLength: 3, maxLength: 3 }));
  return fc
    .tuple(fc.nat(2), fc.option(fc.integer({ min: 1, max: 2 })), version, version)
    .map(([first, second, before, after]) => {
      const out: (T & { valid: TextRange; known: TextRange })[] = [];
      const put = ([ranges, rows]: [TextRange[], T[]], known: TextRange): void => {
        for (const [index, valid] of ranges.entries()) out.push({ ...rows[index]!, valid, known });
      };
      const changes = second !== null && second > first;
      put(before, { from: moments[first]!, until: changes ? moments[second]! : null });
      if (changes) put(after, { from: moments[second]!, until: null });
      return out;
    });
}

function things<T>(count: number, of: (index: number) => fc.Arbitrary<T[]>): fc.Arbitrary<T[]> {
  return fc.tuple(...Array.from({ length: count }, (_, index) => of(index))).map((lists) => (lists as T[][]).flat());
}

const packages = anyOf<string>("T2", "P5", "P5_PLUS", "AFTER_EVALUATION");
const needs = anyOf("NONE", "LOW", "MEDIUM", "HIGH");
const provinces = anyOf("ANT", "LIM", "WVL");

const personFacts = things(people, (index) =>
  histories(
    fc.record({
      person_ref: fc.constant(ref(1, index)),
      sex: fc.constant(index % 3 === 0 ? "F" : "M"),
      born_in: fc
        .tuple(fc.integer({ min: 1958, max: 2004 }), fc.integer({ min: 1, max: 12 }))
        .map(([y, m]) => `${y}-${String(m).padStart(2, "0")}-01`),
      municipality: anyOf("11002", "71022"),
      province: provinces,
      residence: anyOf("FLANDERS", "BRUSSELS"),
      education: orNull(anyOf("LOW", "MEDIUM", "HIGH")),
      origin: orNull(anyOf("BE", "EU")),
    }),
  ),
);

const statuses = things(people, (index) =>
  histories(
    fc.record({
      person_ref: fc.constant(ref(1, index)),
      status: anyOf("JOB_SEEKER_WITHOUT_WORK", "JOB_SEEKER_WITHOUT_WORK", "EMPLOYED", "INACTIVE"),
      employability: anyOf("IMMEDIATE", "NOT_IMMEDIATE"),
      work_care: fc.boolean(),
      benefit: anyOf("UNEMPLOYMENT", "SICKNESS", "NONE"),
      unemployed_since: orNull(day("2015-01-01", 3000)),
    }),
  ),
);

const tickets = things(14, (index) =>
  fc.tuple(person, anyOf("INDIVIDUAL", "COLLECTIVE", "AMA_SOCIAL_ECONOMY", "WELFARE")).chain(([owner, type]) =>
    histories(
      fc.record({
        ticket_ref: fc.constant(ref(3, index)),
        person_ref: fc.constant(owner),
        type: fc.constant(type),
        applied_on: someDay,
        granted_on: someDay,
        package: orNull(packages),
        percentage: orNull(anyOf(45, 60)),
        guidance_need: needs,
        need_class: orNull(anyOf("WAGE_PREMIUM", "WAGE_AND_GUIDANCE_PREMIUM")),
        need_duration: orNull(anyOf("TEMPORARY", "LASTING")),
        origin: anyOf("REQUEST", "DOUBLE_TICKET", "CATCH_UP"),
      }),
    ),
  ),
);

const indications = things(8, (index) =>
  fc
    .record({
      indication_ref: fc.constant(ref(4, index)),
      person_ref: person,
      measure: anyOf("INDIVIDUAL", "COLLECTIVE", "AMA"),
      requested_on: someDay,
      waits: fc.option(fc.nat(200)),
      outcome: anyOf("ISSUED", "REFUSED"),
      since: fc.nat(2),
    })
    .map(({ waits, since, outcome, ...row }) => [
      {
        ...row,
        decided_on: waits === null ? null : addDays(plainDate(row.requested_on), waits),
        outcome: waits === null ? null : outcome,
        known: { from: moments[since]!, until: null },
      },
    ]),
);

const employerFacts = things(firms, (index) =>
  histories(
    fc.record({
      employer_ref: fc.constant(ref(2, index)),
      legal_form: anyOf("BV", "VZW"),
      public_side: anyOf("NONE", "LOCAL"),
      nace: anyOf("56", "88"),
      joint_committee: anyOf("200", "329"),
      size: anyOf("1-9", "250+"),
      municipality: anyOf("11002", "71022"),
      province: provinces,
      mwb: fc.boolean(),
      service_voucher: fc.boolean(),
    }),
  ),
);

const applications = things(12, (index) =>
  fc.tuple(person, fc.option(firm), someDay, anyOf("WAGE", "WAGE_AND_GUIDANCE")).chain(([owner, employer, filed, premiums]) =>
    histories(
      fc.record({
        file_ref: fc.constant(ref(5, index)),
        employer_ref: fc.constant(employer),
        person_ref: fc.constant(owner),
        applicant: fc.constant(employer === null ? "SELF_EMPLOYED" : "EMPLOYER"),
        premiums: employer === null ? fc.constant("SUPPORT") : anyOf(premiums, premiums, "WAGE"),
        situation: anyOf("NEW_HIRE", "AT_WORK", "RETURN"),
        channel: anyOf("ONLINE", "API"),
        filed_on: fc.constant(filed),
        state: anyOf("PENDING", "INCOMPLETE", "GRANTED", "REFUSED", "WITHDRAWN", "INADMISSIBLE"),
        state_on: someDay,
        grounds: fc.subarray(["EMP-04", "EMP-11", "EMP-14"]),
        establishment_ref: orNull(fc.nat(3).map((place) => ref(9, place))),
        establishment_municipality: orNull(anyOf("11002", "71022")),
        establishment_province: orNull(provinces),
        establishment_nace: orNull(anyOf("43", "56")),
      }),
    ),
  ),
);

const grants = things(10, (index) =>
  fc.tuple(person, fc.option(firm), someDay, anyOf("WAGE", "WAGE_AND_GUIDANCE")).chain(([owner, employer, decided, premiums]) =>
    histories(
      fc.record({
        grant_ref: fc.constant(ref(6, index)),
        file_ref: fc.constant(ref(5, index % 12)),
        employer_ref: fc.constant(employer),
        person_ref: fc.constant(owner),
        applicant: fc.constant(employer === null ? "SELF_EMPLOYED" : "EMPLOYER"),
        premiums: fc.constant(employer === null ? "SUPPORT" : premiums),
        package: packages,
        percentage: orNull(anyOf(20, 45, 60, 75)),
        collective_percentage: orNull(anyOf(45, 60)),
        guidance_need: needs,
        start_quarter: anyOf(8094, 8095),
        end_quarter: anyOf(8101, 8114),
        decided_on: fc.constant(decided),
        previous_measure: anyOf("NONE", "VOP", "LDE"),
        previous_right_ref: fc.constant(null),
        switches: fc.constant({}),
        stop_reason: orNull(anyOf("CONTRACT_ENDED", "DECEASED")),
      }),
    ),
  ),
);

const oldRights = things(6, (index) =>
  fc
    .tuple(fc.option(person, { freq: 6 }), fc.option(firm), anyOf("VOP", "TVOP", "LDE_INDIVIDUAL"))
    .chain(([owner, employer, measure]) =>
      histories(
        fc.record({
          right_ref: fc.constant(ref(7, index)),
          person_ref: fc.constant(owner),
          employer_ref: fc.constant(employer),
          measure: fc.constant(measure),
          start_quarter: fc.constant(8080),
          quarters: orNull(fc.constant(20)),
          evaluation_requested_on: orNull(someDay),
          evaluation_decided_on: orNull(someDay),
          evaluation_outcome: orNull(anyOf("IMW", "NO_NEED")),
          grant_ref: fc.constant(null),
          lde_choice: orNull(anyOf("INDIVIDUAL", "COLLECTIVE")),
          end_reason: orNull(anyOf("TERM_OVER", "IMW_GRANTED")),
        }),
      ),
    ),
);

const quarters = anyOf(8091, 8094, 8095, 8096);

const attests = things(14, (index) =>
  fc.tuple(person, firm, quarters, fc.integer({ min: 1, max: 3 })).chain(([owner, employer, quarter, versions]) =>
    fc.tuple(
      ...Array.from({ length: versions }, (_, version) =>
        fc.record({
          attest_no: fc.constant(`A${index}`),
          version: fc.constant(version),
          status: anyOf(0, 1, 3),
          person_ref: fc.constant(owner),
          employer_ref: fc.constant(employer),
          quarter: fc.constant(quarter),
          gross_cents: anyOf(0, 400_000, 750_000),
          contractual_fraction: anyOf(5000, 8000, 10_000),
          received_at: fc.constant(moments[Math.min(version, 2)]!),
        }),
      ),
    ),
  ),
);

const ledgerLines = things(12, (index) =>
  fc
    .record({
      grant_ref: fc.nat(10).map((grant) => ref(6, grant)),
      quarter: quarters,
      component: anyOf("WAGE", "GUIDANCE"),
      seq: fc.constant(index),
      employer_ref: fc.option(firm),
      cents: anyOf(-50_000, 0, 120_000, 382_883),
      origin: anyOf("initial", "correction", "recovery"),
      booked_at: anyOf<string>(...moments, "2023-12-31T22:59:00.000Z", "2023-12-31T23:01:00.000Z"),
    })
    .map((row) => [row]),
);

const commitments = things(10, (index) =>
  fc
    .record({
      grant_ref: fc.nat(10).map((grant) => ref(6, grant)),
      component: anyOf("WAGE", "GUIDANCE"),
      seq: fc.constant(index),
      year: anyOf(2023, 2024),
      cents: anyOf(-20_000, 0, 900_000, 1_234_567),
      booked_at: anyOf<string>(...moments, "2023-12-31T22:59:00.000Z", "2023-12-31T23:01:00.000Z"),
    })
    .map((row) => [row]),
);

const transfers = things(12, (index) =>
  fc
    .tuple(firm, fc.boolean(), anyOf(50_000, 123_456), anyOf<string>(...moments, "2023-12-31T23:01:00.000Z"), fc.boolean())
    .map(([employer, byPerson, cents, at, returned]) => {
      const row = {
        payment_ref: ref(10, index),
        attempt: 1,
        beneficiary_kind: byPerson ? "PERSON" : "EMPLOYER",
        beneficiary_ref: employer,
        cents,
        at,
      };
      return [{ ...row, step: "EXECUTED" }, ...(returned ? [{ ...row, step: "RETURNED" }] : [])];
    }),
);

/** Two linkages of each dimension, of which each knows some of the people. */
const linkedFacts = fc
  .uniqueArray(
    fc.record({
      person_ref: person,
      linkage: fc.constantFrom(
        { dimension: "education", covers_until: "2023-12-31", available_from: moments[1]! },
        { dimension: "education", covers_until: "2024-12-31", available_from: moments[2]! },
        { dimension: "origin", covers_until: "2023-12-31", available_from: moments[1]! },
        { dimension: "origin", covers_until: "2023-12-31", available_from: moments[2]! },
      ),
      which: fc.nat(2),
    }),
    { selector: ({ person_ref, linkage }) => JSON.stringify([person_ref, linkage]), minLength: 10, maxLength: 40 },
  )
  .map((rows) =>
    rows.map(({ person_ref, linkage, which }) => ({
      person_ref,
      ...linkage,
      value: (linkage.dimension === "education" ? ["LOW", "MEDIUM", "HIGH"] : ["BE", "EU", "NON_EU"])[which]!,
    })),
  );

export const randomTables: fc.Arbitrary<Tables> = fc.record({
  person_fact: personFacts,
  work_status: statuses,
  ticket: tickets,
  indication: indications,
  employer_fact: employerFacts,
  application: applications,
  grant_position: grants,
  old_right: oldRights,
  attest: attests,
  ledger_line: ledgerLines,
  commitment: commitments,
  transfer: transfers,
  linked_fact: linkedFacts,
});
