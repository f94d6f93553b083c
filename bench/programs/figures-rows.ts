// The benchmark's people as rows of the read tables, written down at once: what held, and what was held to be so before.
import { addDays, firstDay, fromQuarterNumber, type Instant, lastDay, quarterIndexNumber } from "../../src/kernel/index.ts";
import {
  CARRIED_OVER,
  declaredOf,
  employerRef,
  employersOf,
  homeOf,
  personRef,
  rightOf,
  START,
  statusOf,
  TERM_QUARTERS,
  ticketsOf,
  workOf,
} from "./figures-people.ts";

export interface Target {
  readonly table: string;
  readonly columns: string;
  readonly lines: (n: number, persons: number) => string[];
}

const NONE = "\\N";
const days = (from: string, until: string | null): string => `[${from},${until ?? ""})`;
const moments = (from: Instant, until: Instant | null): string => `["${from}",${until === null ? "" : `"${until}"`})`;
const line = (...values: (string | number | null)[]): string => values.map((value) => value ?? NONE).join("\t");

export const targets: readonly Target[] = [
  {
    table: "read.person_fact",
    columns: "person_ref, valid, known, sex, born_in, municipality, province, residence",
    lines: (n) => {
      const { sex, bornIn, province, moved } = homeOf(n);
      const row = (from: string, until: string | null, known: Instant, end: Instant | null, home: string): string =>
        line(personRef(n), days(from, until), moments(known, end), sex, `${bornIn}-01`, "11002", home, "FLANDERS");
      if (moved === null) return [row(START, null, CARRIED_OVER, null, province)];
      return [
        row(START, null, CARRIED_OVER, moved.at, province),
        row(START, moved.on, moved.at, null, province),
        row(moved.on, null, moved.at, null, moved.province),
      ];
    },
  },
  {
    table: "read.work_status",
    columns: "person_ref, valid, known, status, employability, work_care, benefit, unemployed_since",
    lines: (n) => {
      const { seeks, employability, care, changed } = statusOf(n);
      const row = (from: string, until: string | null, known: Instant, end: Instant | null, now: boolean): string =>
        line(
          personRef(n),
          days(from, until),
          moments(known, end),
          now ? "JOB_SEEKER_WITHOUT_WORK" : "EMPLOYED",
          employability,
          care ? "t" : "f",
          now ? "UNEMPLOYMENT" : "NONE",
          now ? "2020-01-01" : null,
        );
      if (changed === null) return [row(START, null, CARRIED_OVER, null, seeks)];
      return [
        row(START, null, CARRIED_OVER, changed.at, seeks),
        row(START, changed.on, changed.at, null, seeks),
        row(changed.on, null, changed.at, null, !seeks),
      ];
    },
  },
  {
    table: "read.ticket",
    columns: "person_ref, ticket_ref, valid, known, type, applied_on, granted_on, guidance_need, origin",
    lines: (n) =>
      ticketsOf(n).flatMap(({ ref, type, granted, until, ended }) => {
        const row = (last: string, known: Instant, end: Instant | null): string =>
          line(personRef(n), ref, days(granted.on, last), moments(known, end), type, granted.on, granted.on, "MEDIUM", "REQUEST");
        if (ended === null) return [row(until, granted.at, null)];
        return [row(until, granted.at, ended.at), row(addDays(ended.on, 1), ended.at, null)];
      }),
  },
  {
    table: "read.employer_fact",
    columns:
      "employer_ref, valid, known, legal_form, public_side, nace, joint_committee, size, municipality, province, mwb, service_voucher",
    lines: (n, persons) =>
      n >= employersOf(persons)
        ? []
        : [
            line(
              employerRef(n),
              days(START, null),
              moments(CARRIED_OVER, null),
              "BV",
              "NONE",
              "56",
              "200",
              "SME",
              "11002",
              "ANT",
              "f",
              "f",
            ),
          ],
  },
  {
    table: "read.application",
    columns:
      "file_ref, employer_ref, person_ref, valid, known, applicant, premiums, situation, channel, filed_on, state, state_on, grounds",
    lines: (n, persons) => {
      const work = workOf(n, persons);
      if (work === null) return [];
      const { filed, decided } = work;
      const row = (from: string, until: string | null, known: Instant, end: Instant | null, state: string): string =>
        line(
          work.fileRef,
          work.employerRef,
          personRef(n),
          days(from, until),
          moments(known, end),
          work.employerRef === null ? "SELF_EMPLOYED" : "EMPLOYER",
          work.premiums,
          "NEW_HIRE",
          "ONLINE",
          filed.on,
          state,
          state === "PENDING" ? filed.on : decided.on,
          state === "REFUSED" ? "{EMP-11}" : "{}",
        );
      return [
        row(filed.on, null, filed.at, decided.at, "PENDING"),
        row(filed.on, decided.on, decided.at, null, "PENDING"),
        row(decided.on, null, decided.at, null, work.granted ? "GRANTED" : "REFUSED"),
      ];
    },
  },
  {
    table: "read.grant_position",
    columns:
      "file_ref, grant_ref, employer_ref, person_ref, valid, known, applicant, premiums, package, guidance_need, start_quarter, end_quarter, decided_on, previous_measure, switches, stop_reason",
    lines: (n, persons) => {
      const work = workOf(n, persons);
      if (work === null || !work.granted) return [];
      const first = quarterIndexNumber(work.start);
      const end = first + TERM_QUARTERS - 1;
      const row = (until: string, known: Instant, knownUntil: Instant | null, stopReason: string | null): string =>
        line(
          work.fileRef,
          work.grantRef,
          work.employerRef,
          personRef(n),
          days(firstDay(work.start), until),
          moments(known, knownUntil),
          work.employerRef === null ? "SELF_EMPLOYED" : "EMPLOYER",
          work.premiums,
          "P5",
          work.premiums === "WAGE_AND_GUIDANCE" ? "MEDIUM" : "NONE",
          first,
          end,
          work.decided.on,
          "NONE",
          "{}",
          stopReason,
        );
      const term = addDays(lastDay(fromQuarterNumber(end)), 1);
      const { decided, stopped } = work;
      if (stopped === null) return [row(term, decided.at, null, null)];
      return [row(term, decided.at, stopped.at, null), row(addDays(stopped.on, 1), stopped.at, null, "CONTRACT_ENDED")];
    },
  },
  {
    table: "read.old_right",
    columns:
      "right_ref, person_ref, employer_ref, measure, valid, known, start_quarter, source, schedule, ends_on, evaluation_requested_on, evaluation_decided_on, evaluation_outcome, lde_choice",
    lines: (n, persons) => {
      const right = rightOf(n, persons);
      if (right === null) return [];
      const row = (known: Instant, until: Instant | null, ...more: (string | null)[]): string =>
        line(
          right.ref,
          personRef(n),
          right.employerRef,
          right.measure,
          days(START, "2026-01-01"),
          moments(known, until),
          8072,
          "bench",
          "[]",
          "2025-12-31",
          ...more,
        );
      const { asked, decided, chosen } = right;
      if (asked === null || decided === null)
        return [row(CARRIED_OVER, chosen!.at, null, null, null, null), row(chosen!.at, null, null, null, null, "INDIVIDUAL")];
      return [
        row(CARRIED_OVER, asked.at, null, null, null, null),
        row(asked.at, decided.at, asked.on, null, null, null),
        row(decided.at, null, asked.on, decided.on, decided.outcome, null),
      ];
    },
  },
  {
    table: "pay.attest",
    columns:
      "attest_no, version, status, person_ref, employer_ref, quarter, gross_cents, contribution_cents, reduction_cents, contractual_fraction, received_at",
    lines: (n, persons) =>
      declaredOf(n, persons).map((one) =>
        line(
          one.attestNo,
          one.version,
          one.version === 0 ? 0 : 1,
          personRef(n),
          one.employerRef,
          one.quarter,
          one.grossCents,
          150_000,
          0,
          8000,
          one.receivedAt,
        ),
      ),
  },
];
