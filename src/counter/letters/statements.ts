// A frozen statement as its beneficiary sees it: names from the vault, steps by replaying each line, causes of each correction.
import { reachOf } from "../../access/index.ts";
import type { AccessPurpose, SealedContent, Vault } from "../../dossier/index.ts";
import {
  asRef,
  brusselsDate,
  type Cents,
  cents,
  type FileRef,
  formatKbo,
  fromQuarterNumber,
  type Instant,
  isKbo,
  type PlainDate,
  quarterParts,
} from "../../kernel/index.ts";
import { type Law, stepLines } from "../../law/index.ts";
import type { FiscalView, Party, StatementAmount, StatementView } from "../../letters/index.ts";
import {
  type CorrectionCause,
  explainCorrection,
  explainLine,
  linesHashOf,
  type PaymentPorts,
  ruleOfReplay,
  type Statement,
  type StatementHead,
  type StatementLine,
} from "../../payment/index.ts";
import { fileNumber } from "../file-number.ts";
import { openFirm } from "../firm/firm.ts";
import type { Acting, CounterPorts } from "../ports.ts";

export interface StatementSources {
  readonly law: Law;
  readonly payment: PaymentPorts;
  readonly vault: Pick<Vault, "openAll">;
  readonly statements: {
    ofBeneficiary(ref: string): Promise<readonly StatementHead[]>;
    read(statementRef: string): Promise<Statement | null>;
  };
  /** The file of each grant. */
  readonly filesOfGrants: (grantRefs: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly synthetic: boolean;
}

/** What a statement says of a line was changed after it was frozen: nothing is shown of it. */
export class StatementChanged extends Error {
  override readonly name = "StatementChanged";
}

const NAMES: Readonly<Record<string, string>> = {
  WAGE: "Loonpremie",
  GUIDANCE: "Begeleidingspremie",
  SUPPORT: "Ondersteuningspremie",
  VOP: "Vlaamse ondersteuningspremie",
  COMPENSATION: "Tijdelijke vergoeding",
};
/** Rules that give the percentage of an amount. */
const PERCENTAGES: ReadonlySet<string> = new Set([
  "wagePremiumPercentage",
  "supportPercentage",
  "vopPercentage",
  "vopSelfPercentage",
]);

export const componentName = (component: string): string => NAMES[component] ?? component;

/** "AFR-2026K3-1A2B3C4D", from the statement's reference. */
export function statementNumber({ statementRef, quarter }: Pick<StatementHead, "statementRef" | "quarter">): string {
  const { year, number } = quarterParts(fromQuarterNumber(quarter));
  return `AFR-${year}K${number}-${statementRef.slice(0, 8).toUpperCase()}`;
}

/** @throws StatementChanged when the lines are not those that were frozen. */
export async function statementView(
  sources: StatementSources,
  statement: Statement,
  reader: AccessPurpose,
): Promise<StatementView> {
  if (linesHashOf(statement.of) !== statement.linesHash)
    throw new StatementChanged(`Statement ${statement.statementRef} differs from what was frozen`);
  const persons = [...new Set(statement.of.map((line) => line.personRef))];
  const files = await sources.filesOfGrants([...new Set(statement.of.map((line) => line.grantRef))]);
  const opened = await sources.vault.openAll([...persons, statement.beneficiary.ref], reader, [
    "name",
    "declared",
    "address",
    "kbo",
  ]);
  const groups = new Map<string, StatementLine[]>();
  for (const line of statement.of) groups.set(line.grantRef, [...(groups.get(line.grantRef) ?? []), line]);
  const workers = [];
  for (const [grantRef, lines] of groups) {
    const file = files.get(grantRef);
    const amounts: StatementAmount[] = [];
    for (const line of lines) amounts.push(await amountOf(sources, line));
    workers.push({
      name: workerName(opened.get(lines[0]?.personRef ?? "") ?? [], file ?? null),
      number: file === undefined ? "" : fileNumber(asRef<FileRef>(file)),
      amounts,
    });
  }
  return {
    reference: statementNumber(statement),
    quarter: fromQuarterNumber(statement.quarter),
    date: brusselsDate(statement.frozenAt),
    frozenAt: statement.frozenAt,
    to: partyOf(opened.get(statement.beneficiary.ref) ?? []),
    selfEmployed: statement.beneficiary.kind === "PERSON",
    workers: workers.sort((a, b) => a.name.localeCompare(b.name, "nl") || (a.number < b.number ? -1 : 1)),
    synthetic: sources.synthetic,
  };
}

async function amountOf(sources: StatementSources, line: StatementLine): Promise<StatementAmount> {
  const replay = await explainLine(sources.law, sources.payment, line);
  const replayed = replay.outcome === "replayed" ? replay : null;
  const explanation = replayed?.explanation ?? null;
  const correction = line.seq > 0;
  const why = correction ? await explainCorrection(sources.law, sources.payment, line) : null;
  const steps = explanation === null ? [] : stepLines(sources.law, explanation.steps);
  const percentage = steps.findLast((step) => PERCENTAGES.has(step.rule))?.value ?? null;
  return {
    quarter: fromQuarterNumber(line.quarter),
    component: componentName(line.component),
    cents: line.cents as Cents,
    correction,
    percentage: line.component === "GUIDANCE" ? null : percentage,
    rule: ruleOfReplay(replay) ?? "",
    steps,
    dueCents: cents(replayed?.dueCents ?? line.cents),
    earlierCents: cents(replayed?.earlierCents ?? 0),
    causes:
      why?.outcome === "explained"
        ? why.causes.map((cause) => ({ text: causeText(sources.law, cause), cents: cents(cause.cents) }))
        : [],
  };
}

const FACTS: Readonly<Record<string, string>> = {
  grossWage: "het brutoloon",
  employerContributions: "de werkgeversbijdragen",
  contributionReductions: "de verminderingen van bijdragen",
  employmentFraction: "de tewerkstellingsbreuk",
  performedFraction: "het gepresteerde deel",
  inServiceFrom: "de eerste dag in dienst",
  inServiceUntil: "de laatste dag in dienst",
  package: "het pakket",
  percentage: "het percentage na evaluatie",
  collectivePercentage: "het percentage van het collectieve advies",
  guidanceNeed: "de begeleidingsnood",
  startQuarter: "het eerste kwartaal",
};

export function causeText(law: Law, { kind, name }: CorrectionCause): string {
  switch (kind) {
    case "DECLARED":
      return "er kwam een aangifte";
    case "CANCELLED":
      return "de aangifte werd geannuleerd";
    case "GRANTED":
      return "de toekenning geldt nu in dit kwartaal";
    case "NOT_GRANTED":
      return "de toekenning geldt niet in dit kwartaal";
    case "DECLARATION":
      return `in de aangifte veranderde ${FACTS[name] ?? name}`;
    case "GRANT":
      return `in de toekenning veranderde ${FACTS[name] ?? name}`;
    case "READING":
      return `open punt ${name} wordt anders gelezen`;
    case "PARAMETER":
      return `in de regels veranderde ${law.parameters.get(name)?.title.nl ?? name}`;
    case "RULES":
      return "de regels zelf veranderden";
  }
}

type Named = { readonly name?: string; readonly given?: string; readonly family?: string; readonly fileRef?: string };

const nameIn = ({ name, given, family }: Named) => name ?? `${given ?? ""} ${family ?? ""}`.trim();

/** By the applicant's own words for this file, else by the records. */
function workerName(opened: readonly SealedContent[], fileRef: string | null): string {
  const contents = (kind: string) => opened.filter((one) => one.kind === kind).map((one) => one.content as Named);
  const declared = contents("declared").findLast((one) => one.fileRef === fileRef);
  const known = declared ?? contents("name").at(-1);
  return known === undefined ? "gewist" : nameIn(known);
}

function partyOf(opened: readonly SealedContent[]): Party {
  const last = <T>(kind: string) => opened.findLast((one) => one.kind === kind)?.content as T | undefined;
  const address = last<{ street?: string; postcode?: string; municipality?: string }>("address");
  const kbo = last<{ kbo?: string }>("kbo")?.kbo;
  const lines = [
    address?.street ?? "",
    `${address?.postcode ?? ""} ${address?.municipality ?? ""}`.trim(),
    isKbo(kbo) ? `Ondernemingsnummer ${formatKbo(kbo)}` : "",
  ];
  return { name: nameIn(last<Named>("name") ?? {}) || "De begunstigde", lines: lines.filter((line) => line !== "") };
}

/** Null when nothing was settled in the year. */
export async function fiscalView(
  sources: StatementSources,
  beneficiary: string,
  year: number,
  reader: AccessPurpose,
): Promise<FiscalView | null> {
  const heads = (await sources.statements.ofBeneficiary(beneficiary)).filter((head) => yearOf(head.frozenAt) === year);
  if (heads.length === 0) return null;
  const statements = [];
  for (const head of [...heads].reverse()) {
    const statement = await sources.statements.read(head.statementRef);
    if (statement === null || linesHashOf(statement.of) !== statement.linesHash)
      throw new StatementChanged(`Statement ${head.statementRef} differs from what was frozen`);
    const components: Record<string, Cents> = {};
    for (const line of statement.of) {
      const name = componentName(line.component);
      components[name] = cents((components[name] ?? 0) + line.cents);
    }
    statements.push({ quarter: fromQuarterNumber(head.quarter), settledOn: brusselsDate(head.frozenAt), components });
  }
  const last = heads[0] as StatementHead;
  const opened = await sources.vault.openAll([beneficiary], reader, ["name", "address", "kbo"]);
  return {
    reference: `FIS-${year}-${beneficiary.slice(0, 8).toUpperCase()}`,
    year,
    date: brusselsDate(last.frozenAt),
    createdAt: last.frozenAt,
    to: partyOf(opened.get(beneficiary) ?? []),
    statements,
    synthetic: sources.synthetic,
  };
}

const yearOf = (at: Instant): number => Number((brusselsDate(at) as PlainDate).slice(0, 4));

/** The statements that a reader may see of one beneficiary: the own enterprise, the own person, or all for staff. */
export async function mayReadStatements(
  ports: CounterPorts,
  acting: Acting,
  beneficiary: StatementHead["beneficiary"],
): Promise<boolean> {
  if (reachOf(acting.role, "ledger.see") === "all" || reachOf(acting.role, "grant.follow") === "all") return true;
  if (reachOf(acting.role, "grant.follow") !== "organisation") return false;
  const own = await ownBeneficiaries(ports, acting, acting.organisation);
  if (own.some((one) => one.kind === beneficiary.kind && one.ref === beneficiary.ref)) return true;
  if (acting.role !== "payrollOffice" || beneficiary.kind !== "EMPLOYER") return false;
  const reader = {
    actor: { role: acting.role, ref: acting.actorRef },
    organisation: acting.organisation,
    purpose: "Mandaat nagaan",
  };
  const numbers = (await ports.vault.open(beneficiary.ref, reader, ["kbo"])).map(
    (one) => (one.content as { kbo?: string }).kbo ?? "",
  );
  for (const number of numbers) {
    if ((await ownBeneficiaries(ports, acting, number)).some((one) => one.ref === beneficiary.ref)) return true;
  }
  return false;
}

/** As whom an enterprise is paid: as employer, and a self-employed person also as that person. Empty for another's enterprise. */
export async function ownBeneficiaries(
  ports: CounterPorts,
  acting: Acting,
  number: string,
): Promise<readonly StatementHead["beneficiary"][]> {
  if (!isKbo(number)) return [];
  const opened = await openFirm(ports, acting, number);
  if (!opened?.ok) return [];
  const { employerRef } = opened.value;
  const person =
    acting.role === "selfEmployed" && acting.insz !== null ? await ports.vault.findByIdentifier("insz", acting.insz) : null;
  return [
    ...(employerRef === null ? [] : [{ kind: "EMPLOYER" as const, ref: employerRef as string }]),
    ...(person === null ? [] : [{ kind: "PERSON" as const, ref: person }]),
  ];
}
