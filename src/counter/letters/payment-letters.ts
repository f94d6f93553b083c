// Letters that follow from payment and not from an event of the file: what is paid, what was calculated anew, what is asked back.
import { type ApplicationFacts, evolveFile, type FileEvent, NO_FILE } from "../../dossier/index.ts";
import {
  asRef,
  brusselsDate,
  type Cents,
  cents,
  type FileRef,
  formatEuro,
  formatQuarter,
  type Instant,
  type Quarter,
  sumCents,
} from "../../kernel/index.ts";
import type { SwitchChoice } from "../../law/index.ts";
import { type Block, instrumentsBlocks, openPointsBlocks, remedyBlocks, rulesBlocks } from "../../letters/index.ts";
import type { Beneficiary } from "../../payment/index.ts";
import { fileNumber } from "../file-number.ts";
import { madeLetter, workerOfFile } from "./issue.ts";
import type { LetterSources, NewLetter } from "./ports.ts";
import { type RecoveryTerms, termsBlocks } from "./recovery-terms.ts";
import { componentName } from "./statements.ts";

/** What a letter that follows from payment says, without a name. */
export interface PaymentLetterFacts {
  /** What it follows from, unique: a second letter of the same source is not made. */
  readonly source: string;
  readonly kind: "payment" | "correction" | "recovery";
  /** Null: several files of one beneficiary, who is then named. */
  readonly fileRef: string | null;
  readonly beneficiary?: Beneficiary;
  /** How a letter about several files names them; its file's own number otherwise. */
  readonly number?: string;
  /** The moment of the decision that the letter tells of; its date. */
  readonly at: Instant;
  /** The quarter of the run. */
  readonly quarter: Quarter;
  readonly lines: readonly {
    readonly quarter: Quarter;
    readonly component: string;
    readonly cents: number;
    /** What was booked before; null for a first amount. */
    readonly earlierCents: number | null;
  }[];
  /** Why the amounts are what they are, in Dutch, without personal data. */
  readonly causes: readonly { readonly text: string; readonly cents: number | null }[];
  /** Rulebook ids and OPEN ids of the explanation. */
  readonly rules: readonly string[];
  readonly openPoints: readonly string[];
  readonly switches?: SwitchChoice;
  /** Of a recovery: what was decided. */
  readonly terms?: RecoveryTerms;
}

/** Null when the file does not exist. */
export async function letterOfPayment(sources: LetterSources, facts: PaymentLetterFacts): Promise<NewLetter | null> {
  const about = facts.fileRef === null ? aboutMany(facts) : await aboutFile(sources, facts.fileRef);
  if (about === null) return null;
  const { recipient, personRef, employerRef, selfEmployed, worker, number } = about;
  const total = sumCents(facts.lines.map((line) => cents(line.cents)));
  const { law } = sources;
  const plan = {
    kind: facts.kind,
    recipient,
    subjects: [...new Set([recipient, ...(personRef === null ? [] : [personRef])])],
    fileRef: facts.fileRef,
    personRef,
    employerRef,
    aboutRef: null,
    slots: {
      texts: { worker, number, quarter: formatQuarter(facts.quarter, "nl"), amount: formatEuro(cents(Math.abs(total)), "nl") },
      flags: {
        less: total < 0,
        more: total >= 0,
        selfEmployed,
        oneFile: facts.fileRef !== null,
        waived: facts.terms?.how.manner === "WAIVER",
      },
      inserts: {
        lines: linesBlocks(facts, total),
        causes: causesBlocks(facts),
        terms: facts.terms === undefined ? [] : termsBlocks(facts.terms),
        rules: rulesBlocks(law, facts.rules),
        instruments: instrumentsBlocks(law, facts.rules),
        openPoints: openPointsBlocks(law, facts.openPoints, facts.switches),
        appeal: remedyBlocks(law, "DEPARTMENT", brusselsDate(facts.at)),
      },
    },
  };
  const at = {
    source: `payment ${facts.source}`,
    reference: `${number}/${facts.quarter}`,
    at: facts.at,
    deliver: true,
  };
  return madeLetter(sources, plan, at);
}

/** Whom a letter is about, and how it names the file. */
interface About {
  readonly recipient: string;
  readonly personRef: string | null;
  readonly employerRef: string | null;
  readonly selfEmployed: boolean;
  readonly worker: string;
  readonly number: string;
}

async function aboutFile(sources: LetterSources, fileRef: string): Promise<About | null> {
  const events = (await sources.events.read(fileRef)) as unknown as readonly FileEvent[];
  const { application } = events.reduce((folded, event) => evolveFile(folded, event), NO_FILE);
  if (application === null) return null;
  const { personRef, employerRef } = application;
  return {
    recipient: recipientOf(application),
    personRef,
    employerRef,
    selfEmployed: application.applicant === "SELF_EMPLOYED",
    worker: (await workerOfFile(sources, fileRef, application)) || "uzelf",
    number: fileNumber(asRef<FileRef>(fileRef)),
  };
}

function aboutMany({ beneficiary, number = "" }: PaymentLetterFacts): About | null {
  if (beneficiary === undefined) return null;
  const { kind, ref } = beneficiary;
  const [personRef, employerRef] = kind === "PERSON" ? [ref, null] : [null, ref];
  return { recipient: ref, personRef, employerRef, selfEmployed: kind === "PERSON", worker: "", number };
}

function recipientOf({ applicant, employerRef, personRef }: ApplicationFacts): string {
  return applicant === "SELF_EMPLOYED" || employerRef === null ? personRef : employerRef;
}

function linesBlocks({ lines }: PaymentLetterFacts, total: Cents): readonly Block[] {
  const before = lines.some((line) => line.earlierCents !== null);
  const end = (title: string) => ({ title, align: "end" as const });
  const money = (amount: number) => formatEuro(cents(amount), "nl");
  return [
    {
      type: "table",
      caption: "Bedragen",
      columns: [
        { title: "Kwartaal", align: "start" },
        { title: "Premie", align: "start" },
        ...(before ? [end("Vroeger"), end("Nu")] : []),
        end(before ? "Verschil" : "Bedrag"),
      ],
      rows: lines.map((line) => [
        formatQuarter(line.quarter, "nl"),
        componentName(line.component),
        ...(before ? [money(line.earlierCents ?? 0), money((line.earlierCents ?? 0) + line.cents)] : []),
        money(line.cents),
      ]),
      total: ["Samen", "", ...(before ? ["", ""] : []), money(total)],
    },
  ];
}

function causesBlocks({ causes }: PaymentLetterFacts): readonly Block[] {
  if (causes.length === 0) return [];
  const items = causes.map((cause) =>
    cause.cents === null ? cause.text : `${cause.text}: ${formatEuro(cents(cause.cents), "nl")}`,
  );
  return [{ type: "list", items }];
}
