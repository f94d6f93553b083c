// Letters that follow from the events of a file, to who applied. Nothing that VDAB found about the person is read here.
import { type Application, evolveFile, type FileEvent, type FileState, NO_FILE } from "../../dossier/index.ts";
import {
  formatDate,
  formatFraction,
  formatQuarter,
  type PlainDate,
  type Quarter,
  quarterIndexNumber,
  quarterOf,
} from "../../kernel/index.ts";
import { type Law, stepViews } from "../../law/index.ts";
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
  stepsBlocks,
  termBlocks,
} from "../../letters/index.ts";
import type { Attest } from "../../payment/index.ts";
import { fileNumber } from "../file-number.ts";
import type { LetterPlan } from "./plan.ts";
import { type ExplainedQuarter, termAmounts } from "./term-amounts.ts";
import * as words from "./words.ts";

export interface FileLetterCase {
  readonly law: Law;
  /** The events of the file up to and including the one that the letter is about. */
  readonly events: readonly FileEvent[];
  readonly fileRef: string;
  /** The worker as the applicant knows her or him; empty for a self-employed person. */
  readonly worker: string;
  /** What the department wrote with a request for completion, a refusal or an inadmissibility; null: nothing. */
  readonly note: string | null;
  readonly attests: readonly Attest[];
  /** The day of the letter. */
  readonly on: PlainDate;
}

type Row = { readonly label: string; readonly value: string };

/** Null when no letter follows from the last event. */
export function fileLetter(one: FileLetterCase): LetterPlan | null {
  const event = one.events.at(-1);
  const state = one.events.reduce((folded, each) => evolveFile(folded, each), NO_FILE);
  const { application } = state;
  if (event === undefined || application === null) return null;
  const made = slotsOf(one, event, state, application);
  if (made === null) return null;
  const self = application.applicant === "SELF_EMPLOYED";
  const recipient = self ? application.personRef : application.employerRef;
  if (recipient === null) return null;
  return {
    kind: made.kind,
    recipient,
    subjects: [...new Set([recipient, application.personRef])],
    fileRef: one.fileRef,
    personRef: application.personRef,
    employerRef: application.employerRef,
    aboutRef: made.about,
    slots: withCommon(one, application, made.slots),
  };
}

interface Made {
  readonly kind: LetterKind;
  readonly about: string | null;
  readonly slots: Slots;
}

function slotsOf(one: FileLetterCase, event: FileEvent, state: FileState, application: Application): Made | null {
  const { law, on } = one;
  const applied = appliedRows(application, one.worker);
  const appeal = { appeal: remedyBlocks(law, "DEPARTMENT", on) };
  switch (event.type) {
    case "ApplicationFiled":
      return { kind: "receipt", about: null, slots: { texts: {}, flags: {}, inserts: { facts: factsBlock(applied) } } };
    case "ApplicationCompletionRequested": {
      const { missing, answerBy } = event.payload;
      const points = missing.filter((id) => law.switches.has(id));
      const inserts = {
        missing: reasonsBlocks(law, missing),
        note: one.note === null ? [] : [{ type: "paragraph" as const, text: one.note }],
        openPoints: openPointsBlocks(law, points),
      };
      return {
        kind: "completion-request",
        about: null,
        slots: {
          texts: answerBy === undefined ? {} : { answerBy: day(answerBy) },
          flags: { note: one.note !== null, dated: answerBy !== undefined },
          inserts,
        },
      };
    }
    case "ApplicationInadmissible":
    case "ApplicationRefused": {
      const { grounds } = event.payload;
      const refused = event.type === "ApplicationRefused";
      const inserts = {
        facts: factsBlock(applied),
        reasons: reasonsBlocks(law, grounds),
        instruments: instrumentsBlocks(law, grounds),
        openPoints: refused ? openPointsBlocks(law, event.payload.openPoints, event.payload.switches) : [],
        said: one.note === null ? [] : [{ type: "paragraph" as const, text: one.note }],
        ...appeal,
      };
      return {
        kind: refused ? "refusal" : "inadmissible",
        about: null,
        slots: { texts: {}, flags: { many: grounds.length > 1 }, inserts },
      };
    }
    case "GrantDecided":
      return grantLetter(one, "grant", state, application, {
        rows: [...applied, { label: "Beslist op", value: day(event.payload.decidedOn) }],
        openPoints: event.payload.openPoints,
        rules: self(application)
          ? ["SELF-01", "SELF-04", "PROC-10", "PROC-11"]
          : ["EMP-10", "EMP-12", "WP-09", "PROC-10", "PROC-11"],
        from: null,
      });
    case "GrantAdjusted":
      return grantLetter(one, "adjustment", state, application, {
        rows: [
          { label: "Beslist op", value: day(event.payload.decidedOn) },
          ...evaluatedRows(state, event.payload.evaluationRef),
        ],
        openPoints: event.payload.openPoints,
        rules: ["PROC-20", "WP-10", ...(event.payload.guidanceNeed === "NONE" ? [] : ["GP-05"])],
        from: event.payload.fromQuarter,
      });
    case "GrantExtended":
      return grantLetter(one, "extension", state, application, {
        rows: [
          { label: "Beslist op", value: day(event.payload.extendedOn) },
          ...evaluatedRows(state, event.payload.evaluationRef ?? ""),
        ],
        openPoints: event.payload.openPoints,
        rules: ["PROC-22"],
        from: event.payload.fromQuarter,
      });
    case "GrantStopped": {
      const { lastDay, reason, grantRef } = event.payload;
      const rules = [words.STOP_RULES[reason]];
      const rows = [...applied.slice(0, 2), { label: "Laatste dag met steun", value: day(lastDay) }];
      return {
        kind: "stop",
        about: grantRef,
        slots: {
          texts: {
            lastDay: day(lastDay),
            reason: words.STOP_WORDS[reason],
            lastQuarter: formatQuarter(quarterOf(lastDay), "nl"),
          },
          flags: { noNeed: reason === "NO_NEED_FOUND" },
          inserts: { facts: factsBlock(rows), ...ruleInserts(law, rules), ...appeal },
        },
      };
    }
    case "EvaluationRecorded": {
      const { evaluationRef, outcome, percentage, guidanceNeed, visitedOn, decidedOn, purpose } = event.payload;
      const level = guidanceNeed ?? "NONE";
      const rules = [
        "IND-03",
        purpose === "ADJUSTMENT" ? "PROC-20" : "PROC-22",
        ...(outcome === "NO_NEED" ? ["IND-25"] : ["WP-10"]),
      ];
      const rows: Row[] = [
        { label: "Doel", value: purpose === "ADJUSTMENT" ? "aanpassing van de steun" : "verlenging van de steun" },
        ...(visitedOn === null ? [] : [{ label: "Bezoek op de werkvloer", value: day(visitedOn) }]),
        { label: "Beslist op", value: day(decidedOn) },
      ];
      return {
        kind: "evaluation",
        about: evaluationRef,
        slots: {
          texts: {
            ...(percentage === null ? {} : { percentage: percentNl(String(percentage)) }),
            guidanceNeed: words.codeWords(level),
          },
          flags: {
            changed: outcome === "PACKAGE",
            unchanged: outcome === "UNCHANGED",
            noNeed: outcome === "NO_NEED",
            guided: outcome === "PACKAGE" && level !== "NONE",
          },
          inserts: { facts: factsBlock(rows), ...ruleInserts(law, rules), review: remedyBlocks(law, "VDAB", on) },
        },
      };
    }
    case "ReviewDecided": {
      const { reviewRef, outcome, decidedOn } = event.payload;
      const review = state.reviews[reviewRef];
      const rows: Row[] = [
        ...(review === undefined ? [] : [{ label: "Gevraagd op", value: day(review.requestedOn) }]),
        ...(review?.advisedOn == null ? [] : [{ label: "Advies van de commissie", value: day(review.advisedOn) }]),
        { label: "Beslist op", value: day(decidedOn) },
        { label: "Uitkomst", value: words.REVIEW_WORDS[outcome] },
      ];
      return {
        kind: "review-evaluation",
        about: reviewRef,
        slots: {
          texts: {},
          flags: { confirmed: outcome === "CONFIRMED", changed: outcome === "CHANGED", withdrawn: outcome === "WITHDRAWN" },
          inserts: {
            facts: factsBlock(rows),
            ...ruleInserts(law, ["PROC-30", "PROC-31"]),
            openPoints: openPointsBlocks(law, ["OPEN-20"]),
          },
        },
      };
    }
    default:
      return null;
  }
}

interface GrantSays {
  readonly rows: readonly Row[];
  readonly openPoints: readonly string[];
  readonly rules: readonly string[];
  /** First quarter of the new terms; null: of the grant. */
  readonly from: Quarter | null;
}

function grantLetter(
  one: FileLetterCase,
  kind: LetterKind,
  state: FileState,
  application: Application,
  says: GrantSays,
): Made | null {
  const { law, on } = one;
  const { grant } = state;
  if (grant === null) return null;
  const { facts } = grant;
  const from = says.from ?? facts.fromQuarter ?? facts.startQuarter;
  const terms = grant.terms.findLast((each) => each.fromQuarter <= from) ?? grant.terms.at(-1);
  if (terms === undefined) return null;
  const fraction = application.employmentFraction ?? undefined;
  const { quarters, lastKnown } = termAmounts(law, grant, one.attests, { from, ...(fraction === undefined ? {} : { fraction }) });
  const first = quarters[0];
  const guided = !self(application) && terms.guidanceNeed !== "NONE";
  const wage = facts.premiums !== "GUIDANCE" && first !== undefined;
  const steps = first === undefined ? [] : stepsOf(law, first);
  const ids =
    first === undefined
      ? []
      : resultRules(first).flatMap((rule) => stepViews(law, first.steps, rule).flatMap((view) => view.ids));
  const rows: Row[] = [
    ...says.rows,
    { label: "Pakket", value: words.codeWords(terms.package) },
    ...(guided ? [{ label: "Begeleidingsnood", value: words.codeWords(terms.guidanceNeed) }] : []),
    ...(facts.collectivePercentage === null
      ? []
      : [{ label: "Grens door het collectieve advies", value: percentNl(String(facts.collectivePercentage)) }]),
  ];
  const openPoints = [...says.openPoints, ...quarters.flatMap((each) => each.openPoints)];
  const employer = !self(application);
  return {
    kind,
    about: facts.grantRef,
    slots: {
      texts: {
        premiums: words.PREMIUM_WORDS[facts.premiums],
        start: formatQuarter(from, "nl"),
        end: formatQuarter(grant.endQuarter, "nl"),
        quarters: String(quarterIndexNumber(grant.endQuarter) - quarterIndexNumber(from) + 1),
        percentage: first === undefined ? "" : percentNl(first.percentage),
        guidanceNeed: words.codeWords(terms.guidanceNeed),
        wageQuarter: lastKnown === null ? "" : formatQuarter(lastKnown, "nl"),
      },
      flags: {
        guided,
        wage,
        wageKnown: employer && first !== undefined && lastKnown !== null,
        wageUnknown: employer && first !== undefined && lastKnown === null,
        noCalculation: first === undefined,
        judged: facts.motivation !== null,
        stoppedAlready: facts.supportUntil !== null,
        takenOver: application.takeOverOf !== null,
      },
      inserts: {
        facts: factsBlock(rows),
        calculation: termBlocks(quarters),
        steps,
        ...ruleInserts(law, [...says.rules, ...ids]),
        openPoints: openPointsBlocks(law, openPoints, facts.switches),
        appeal: remedyBlocks(law, "DEPARTMENT", on),
      },
    },
  };
}

const RESULT = {
  WAGE: ["wagePremium", "Loonpremie"],
  GUIDANCE: ["guidancePremium", "Begeleidingspremie"],
  SUPPORT: ["supportPremium", "Ondersteuningspremie"],
} as const;

const componentsIn = (one: ExplainedQuarter) =>
  (["WAGE", "GUIDANCE", "SUPPORT"] as const).filter((component) => (one.cents[component] ?? 0) !== 0);

const resultRules = (one: ExplainedQuarter): readonly string[] => componentsIn(one).map((component) => RESULT[component][0]);

function stepsOf(law: Law, one: ExplainedQuarter): readonly Block[] {
  return componentsIn(one).flatMap((component) => {
    const [rule, name] = RESULT[component];
    return stepsBlocks(law, one.steps, rule, `${name} in het ${formatQuarter(one.quarter, "nl")}`);
  });
}

const self = (application: Application) => application.applicant === "SELF_EMPLOYED";
const day = (on: PlainDate) => formatDate(on, "nl");
const factsBlock = (rows: readonly Row[]): readonly Block[] => [{ type: "facts", rows }];
const ruleInserts = (law: Law, rules: readonly string[]) => ({
  rules: rulesBlocks(law, rules),
  instruments: instrumentsBlocks(law, rules),
});

function evaluatedRows(state: FileState, evaluationRef: string): readonly Row[] {
  const evaluation = state.evaluations[evaluationRef];
  return evaluation?.finding == null ? [] : [{ label: "Evaluatie door VDAB", value: day(evaluation.finding.decidedOn) }];
}

/** What the applicant said and asked. */
function appliedRows(application: Application, worker: string): readonly Row[] {
  const { contract, employmentFraction, selfEmployment } = application;
  return [
    ...(worker === "" ? [] : [{ label: "Werknemer", value: worker }]),
    { label: "Aanvraag ingediend op", value: day(application.filedOn) },
    { label: "Gevraagd", value: words.PREMIUM_WORDS[application.premiums].replace(" een ", " ") },
    ...(self(application) ? [] : [{ label: "Situatie", value: words.SITUATION_WORDS[application.situation] }]),
    ...(contract === null
      ? []
      : [
          {
            label: "Arbeidsovereenkomst",
            value: `${words.CONTRACT_WORDS[contract.kind]}, vanaf ${day(contract.from)}${contract.until === null ? "" : ` tot en met ${day(contract.until)}`}`,
          },
        ]),
    ...(employmentFraction === null ? [] : [{ label: "Tewerkstellingsbreuk", value: formatFraction(employmentFraction, "nl") }]),
    ...(selfEmployment === null
      ? []
      : [
          {
            label: "Zelfstandige activiteit",
            value: `${words.OCCUPATION_WORDS[selfEmployment.occupation]}, sinds ${day(selfEmployment.since)}`,
          },
        ]),
  ];
}

/** Slots that many kinds share. */
function withCommon(one: FileLetterCase, application: Application, slots: Slots): Slots {
  return {
    texts: {
      worker: one.worker === "" ? "uzelf" : one.worker,
      number: fileNumber(one.fileRef as Parameters<typeof fileNumber>[0]),
      premiums: words.PREMIUM_WORDS[application.premiums],
      filedOn: day(application.filedOn),
      ...slots.texts,
    },
    flags: { employer: !self(application), selfEmployed: self(application), ...slots.flags },
    inserts: slots.inserts,
  };
}
