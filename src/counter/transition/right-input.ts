// What a person or program may record of an older right, from fields as typed: the same for the page and the API, with every mistake at once.
import {
  OLD_RIGHT_END_REASONS,
  type OldRight,
  type SealRequest,
  type TransitionCommand,
  VOP_ACTIVITY_PROOFS,
  VOP_OUTCOMES,
} from "../../dossier/index.ts";
import {
  type Cents,
  fail,
  localized,
  newRef,
  ok,
  type PlainDate,
  type Problem,
  parseDateAsTyped,
  parseEuroAsTyped,
  parseQuarter,
  problem,
  type Quarter,
  type Result,
  type RightRef,
  type SealedRef,
} from "../../kernel/index.ts";

/** Dutch: keuze individueel of collectief maatwerk (TRANS-30). */
const LDE_CHOICES = ["INDIVIDUAL", "COLLECTIVE"] as const;

export const RIGHT_ACTS = [
  "evaluation-request",
  "evaluation-decision",
  "choice",
  "amount",
  "activity",
  "conversion",
  "warning",
  "end",
] as const;
export type RightAct = (typeof RIGHT_ACTS)[number];

/** Fields of each act, as the API names them. */
export const RIGHT_FIELDS: Readonly<Record<RightAct, readonly string[]>> = {
  "evaluation-request": ["on"],
  "evaluation-decision": ["on", "outcome"],
  choice: ["choice", "on"],
  amount: ["amount", "from", "through", "source"],
  activity: ["proof", "incomeYear", "netIncome", "viable", "from", "source"],
  conversion: ["fte", "ratio", "quartersSincePackage", "keepsEmployment", "viabilityAtRisk", "source"],
  warning: [],
  end: ["lastDay", "reason"],
};

export interface RightInput {
  readonly rightRef: RightRef;
  readonly right: OldRight;
  readonly today: PlainDate;
  /** A field as typed; empty when it was not given. */
  given(field: string): string;
}

interface Made {
  readonly command: TransitionCommand;
  readonly sealed: readonly SealRequest[];
}

export function rightCommand(act: RightAct, input: RightInput): Result<Made, readonly Problem[]> {
  const { rightRef, today, given } = input;
  const plain = (command: Result<TransitionCommand, readonly Problem[]>): Result<Made, readonly Problem[]> =>
    command.ok ? ok({ command: command.value, sealed: [] }) : command;
  switch (act) {
    case "evaluation-request": {
      const on = parseDateAsTyped(given("on"), "on");
      return plain(on.ok ? ok({ type: "RequestVopEvaluation", rightRef, on: on.value }) : fail([on.error]));
    }
    case "evaluation-decision":
      return plain(evaluationDecision(input));
    case "choice":
      return plain(choiceMade(input));
    case "amount":
      return amountEntered(input);
    case "activity":
      return activityJudged(input);
    case "conversion":
      return converted(input);
    case "warning":
      return plain(ok({ type: "WarnOfEnd", rightRef, on: today }));
    case "end": {
      const last = parseDateAsTyped(given("lastDay"), "lastDay");
      const typed = given("reason") || "CONTRACT_ENDED";
      const reason = OLD_RIGHT_END_REASONS.find((one) => one === typed);
      const wrong = [...(last.ok ? [] : [last.error]), ...(reason === undefined ? [oneOf("reason", OLD_RIGHT_END_REASONS)] : [])];
      if (wrong.length > 0 || !last.ok || reason === undefined) return fail(wrong);
      return plain(ok({ type: "EndOldRight", rightRef, endedOn: last.value, reason }));
    }
  }
}

/** A grant is decided in the file of its application, and ends the right by itself: here are the other two outcomes. */
function evaluationDecision({ rightRef, given }: RightInput): Result<TransitionCommand, readonly Problem[]> {
  const on = parseDateAsTyped(given("on"), "on");
  const allowed = VOP_OUTCOMES.filter((one) => one !== "IMW");
  const outcome = allowed.find((one) => one === given("outcome"));
  const wrong = [...(on.ok ? [] : [on.error]), ...(outcome === undefined ? [oneOf("outcome", allowed)] : [])];
  if (wrong.length > 0 || !on.ok || outcome === undefined) return fail(wrong);
  return ok({ type: "DecideVopEvaluation", rightRef, on: on.value, outcome });
}

/** The day of the choice need not be known. */
function choiceMade({ rightRef, right, given }: RightInput): Result<TransitionCommand, readonly Problem[]> {
  const choice = LDE_CHOICES.find((one) => one === given("choice"));
  const on = given("on").trim() === "" ? null : parseDateAsTyped(given("on"), "on");
  const { employerRef } = right.facts;
  const wrong = [...(choice === undefined ? [oneOf("choice", LDE_CHOICES)] : []), ...(on === null || on.ok ? [] : [on.error])];
  if (employerRef === null) wrong.push(noOrganisation());
  if (wrong.length > 0 || choice === undefined || employerRef === null || (on !== null && !on.ok)) return fail(wrong);
  return ok({ type: "ChooseForLde", rightRef, choice, organisationRef: employerRef, chosenOn: on === null ? null : on.value });
}

function amountEntered(input: RightInput): Result<Made, readonly Problem[]> {
  const { rightRef, right, today, given } = input;
  const amount = parseEuroAsTyped(given("amount"), "amount");
  const from = quarterTyped(given("from"), "from");
  const through = given("through") === "" ? null : quarterTyped(given("through"), "through");
  const wrong = [
    ...(amount.ok ? [] : [amount.error]),
    ...(from.ok ? [] : [from.error]),
    ...(through === null || through.ok ? [] : [through.error]),
    ...(given("source").trim() === "" ? [noSource()] : []),
  ];
  if (wrong.length > 0 || !amount.ok || !from.ok || (through !== null && !through.ok)) return fail(wrong);
  const sealed = newRef<SealedRef>();
  const command: TransitionCommand = {
    type: "EnterOldRightAmount",
    rightRef,
    on: today,
    amount: {
      cents: amount.value as Cents,
      per: right.facts.measure === "ALD" ? "YEAR" : "FTE_QUARTER",
      fromQuarter: from.value,
      throughQuarter: through === null ? null : through.value,
      source: { sealed },
    },
  };
  return ok({ command, sealed: [sealedOf(input, sealed, "amountSource", { source: textOf(given("source")) })] });
}

function activityJudged(input: RightInput): Result<Made, readonly Problem[]> {
  const { rightRef, today, given } = input;
  const proof = VOP_ACTIVITY_PROOFS.find((one) => one === given("proof"));
  const from = quarterTyped(given("from"), "from");
  const assessed = proof === "ASSESSMENT";
  const year = /^(19|20)\d{2}$/.test(given("incomeYear").trim()) ? Number(given("incomeYear")) : null;
  const net = parseEuroAsTyped(given("netIncome"), "netIncome");
  const viable = given("viable") === "yes" ? true : given("viable") === "no" ? false : null;
  const wrong = [
    ...(proof === undefined ? [oneOf("proof", VOP_ACTIVITY_PROOFS)] : []),
    ...(from.ok ? [] : [from.error]),
    ...(assessed && year === null ? [yearWanted()] : []),
    ...(assessed && !net.ok ? [net.error] : []),
    ...(proof === "VIABILITY_ATTEST" && viable === null ? [oneOf("viable", ["yes", "no"])] : []),
    ...(given("source").trim() === "" ? [noSource()] : []),
  ];
  if (wrong.length > 0 || proof === undefined || !from.ok) return fail(wrong);
  const sealed = newRef<SealedRef>();
  const income = assessed && year !== null && net.ok ? { year, netCents: net.value as Cents } : null;
  const shown = { proof, source: textOf(given("source")), ...(income === null ? { viable } : { income }) };
  const command: TransitionCommand = {
    type: "JudgeVopActivity",
    rightRef,
    on: today,
    fromQuarter: from.value,
    proof,
    income,
    viable: assessed ? null : viable,
    sealed,
  };
  return ok({ command, sealed: [sealedOf(input, sealed, "vopActivity", shown)] });
}

function converted(input: RightInput): Result<Made, readonly Problem[]> {
  const { rightRef, right, today, given } = input;
  const lde = right.facts.measure === "LDE_COLLECTIVE";
  const fte = decimal(given("fte"), 2);
  const ratio = given("ratio") === "" ? null : decimal(given("ratio"), 4);
  const since = given("quartersSincePackage").trim();
  const keeps = given("keepsEmployment");
  const risk = given("viabilityAtRisk") || "no";
  const answers = ["yes", "no"];
  const wrong = [
    ...(lde && fte === null ? [numberWanted("fte", "0,80")] : []),
    ...(lde && given("ratio") !== "" && ratio === null ? [numberWanted("ratio", "0,7")] : []),
    ...(!lde && since !== "" && !/^\d{1,3}$/.test(since) ? [numberWanted("quartersSincePackage", "6")] : []),
    ...(!lde && !answers.includes(keeps) ? [oneOf("keepsEmployment", answers)] : []),
    ...(!lde && !answers.includes(risk) ? [oneOf("viabilityAtRisk", answers)] : []),
    ...(given("source").trim() === "" ? [noSource()] : []),
  ];
  if (wrong.length > 0) return fail(wrong);
  const sealed = newRef<SealedRef>();
  const command: TransitionCommand = {
    type: "ConvertToContingent",
    rightRef,
    on: today,
    lde: lde && fte !== null ? { fte, ratioEntered: ratio } : null,
    sine: lde
      ? null
      : {
          quartersSincePackage: since === "" ? null : Number(since),
          keepsEmployment: keeps === "yes",
          viabilityAtRisk: risk === "yes",
        },
    sealed,
  };
  return ok({ command, sealed: [sealedOf(input, sealed, "conversion", { source: textOf(given("source")) })] });
}

/** "0,7" with at most so many decimals, as a whole number of the smallest step; null when it is no such number. */
function decimal(typed: string, decimals: number): number | null {
  const match = new RegExp(`^(\\d{1,4})(?:[.,](\\d{1,${decimals}}))?$`).exec(typed.trim());
  return match === null ? null : Number(match[1]) * 10 ** decimals + Number((match[2] ?? "").padEnd(decimals, "0"));
}

const numberWanted = (field: string, example: string): Problem =>
  problem(
    "right.number",
    localized(`Schrijf een getal als ${example}`, `Write a number such as ${example}`, `Indiquez un nombre comme ${example}`),
    field,
    example,
  );

/** Sealed with the person, or with the employer of a right that has none. */
function sealedOf({ right, rightRef }: RightInput, sealedRef: SealedRef, kind: string, content: object): SealRequest {
  const subjectRef = right.facts.personRef ?? right.facts.employerRef ?? rightRef;
  return { subjectRef, sealedRef, kind, content: { rightRef, ...content } };
}

const textOf = (typed: string): string => typed.trim().slice(0, 1_000);

/** 2024-K1, 2024-Q1. */
function quarterTyped(typed: string, field: string): Result<Quarter, Problem> {
  return parseQuarter(typed.trim().toUpperCase().replace("K", "Q"), field);
}

const noOrganisation = (): Problem =>
  problem(
    "right.noOrganisation",
    localized("Dit recht heeft geen organisatie", "This right has no organisation", "Ce droit n’a pas d’organisation"),
    "choice",
  );

const noSource = (): Problem =>
  problem(
    "right.source",
    localized("Schrijf waar dit vandaan komt", "Write where this comes from", "Indiquez d’où cela vient"),
    "source",
  );

const yearWanted = (): Problem =>
  problem(
    "right.incomeYear",
    localized("Schrijf een inkomstenjaar als 2024", "Write an income year as 2024", "Indiquez une année de revenus comme 2024"),
    "incomeYear",
    "2024",
  );

const oneOf = (field: string, allowed: readonly string[]): Problem =>
  problem(
    "right.choice",
    localized("Maak een keuze uit de lijst", "Choose one of the list", "Choisissez dans la liste"),
    field,
    allowed.join(", "),
  );
