// An indication from finding to tickets: the system proposes by the law's rules and shows why, the adviser confirms or departs with a reason.
import {
  type Asked,
  type ExplainedProposal,
  explainProposal,
  type Indication,
  LawReading,
  type PersonCommand,
  type Reason,
} from "../../dossier/index.ts";
import {
  fail,
  type IndicationRef,
  newRef,
  ok,
  type PlainDate,
  Refusal,
  type Result,
  type SealedRef,
  type TicketRef,
} from "../../kernel/index.ts";
import { criteriaOn, type Law } from "../../law/index.ts";
import type { Evidence } from "../application/evidence.ts";
import type { Sealing } from "../follow-up/follow.ts";
import type { Acting } from "../ports.ts";
import { actOnPerson, decideAll } from "./act.ts";
import type { FindingRequest } from "./finding-input.ts";
import { type OpenedPerson, VDAB_EVIDENCE, VDAB_EVIDENCE_LABEL, VDAB_NOTE } from "./person-file.ts";
import type { VdabPorts } from "./ports.ts";

type Ports = Pick<VdabPorts, "law" | "clock" | "events">;

export interface Meta {
  readonly version: number;
  readonly commandId: string;
}

/** The criteria of a measure as they stand on a day: the name of the document, and whether it could be read (OPEN-37). */
export function criteriaOf(law: Law, measure: Indication["measure"], day: PlainDate): { citedAs: string; read: boolean } {
  const kind = measure === "COLLECTIVE" ? "COLLECTIVE" : "INDIVIDUAL";
  const version = criteriaOn(law.criteria, kind, day);
  return { citedAs: law.criteria.catalogues.get(kind)?.citedAs ?? kind, read: version?.status === "read" };
}

/** What the rules propose, with every step; or every reason why it cannot be decided like this. */
export function proposeFor(
  ports: Pick<Ports, "law" | "clock">,
  person: OpenedPerson,
  indication: Indication,
  request: FindingRequest,
): Result<ExplainedProposal, readonly Reason[]> {
  const { decidedOn, finding, collective, criteria } = request;
  // Without the departure: what stands in the way of the finding itself.
  const tried = decideAll(
    ports,
    person.state,
    commandsOf(ports.law, indication, { ...request, departure: null }, person, noSealing),
  );
  if (!tried.ok) return tried;
  const { measure, requestedOn } = indication;
  const asked: Asked = { measure, requestedOn, decidedOn, collective, criteriaMet: criteria.met };
  try {
    return ok(explainProposal(new LawReading(ports.law, decidedOn), finding, asked));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail(error.problems.map((problem) => ({ ...problem, rule: "", remedy: { nl: "", en: "", fr: "" } })));
  }
}

/** Judgement, finding and tickets in one go. */
export function recordFinding(
  ports: Ports,
  acting: Acting,
  person: OpenedPerson,
  indication: Indication,
  request: FindingRequest,
  meta: Meta,
): Promise<Result<number, readonly Reason[]>> {
  return actOnPerson(ports, acting, person, {
    ...meta,
    asked: { indication: indication.indicationRef, request: JSON.stringify(request) },
    commands: (sealing) =>
      commandsOf(ports.law, indication, request, person, (text) => sealing.seal(person.personRef, VDAB_NOTE, { text })),
  });
}

const noSealing = (): SealedRef => newRef();

function commandsOf(
  law: Law,
  { indicationRef, measure }: Indication,
  { decidedOn, finding, collective, criteria, departure }: FindingRequest,
  { personRef }: Pick<OpenedPerson, "personRef">,
  seal: (text: string) => SealedRef,
): readonly PersonCommand[] {
  const { citedAs } = criteriaOf(law, measure, decidedOn);
  const chosen = departure && {
    ...(departure.package === null ? {} : { package: departure.package }),
    ...(departure.guidanceNeed === null ? {} : { guidanceNeed: departure.guidanceNeed }),
    ...(departure.needClass === null ? {} : { needClass: departure.needClass }),
    ...(departure.belowThreshold ? { belowThreshold: true as const } : {}),
    motivation: seal(departure.reason),
  };
  return [
    {
      type: "JudgeCriteria",
      personRef,
      indicationRef,
      on: decidedOn,
      catalogue: citedAs,
      met: criteria.met,
      motivation: seal(criteria.reason),
    },
    {
      type: "RecordFinding",
      personRef,
      indicationRef,
      decidedOn,
      finding,
      ...(collective === null ? {} : { collective }),
      ...(chosen === null ? {} : { departure: chosen }),
      tickets: { collective: newRef<TicketRef>(), individual: newRef<TicketRef>() },
    },
  ];
}

/** Evidence with an open request, from the person or from VDAB. */
export function addEvidence(
  ports: Ports,
  acting: Acting,
  person: OpenedPerson,
  indicationRef: IndicationRef,
  files: readonly Evidence[],
  meta: Meta,
): Promise<Result<number, readonly Reason[]>> {
  return actOnPerson(ports, acting, person, {
    ...meta,
    asked: { indicationRef, files: files.map(({ name, bytes }) => ({ name, size: bytes.length })) },
    commands: (sealing) => evidenceCommands(ports, person.personRef, indicationRef, files, sealing),
  });
}

export function evidenceCommands(
  { clock }: Pick<Ports, "clock">,
  personRef: OpenedPerson["personRef"],
  indicationRef: IndicationRef,
  files: readonly Evidence[],
  sealing: Sealing,
): readonly PersonCommand[] {
  return files.map(({ name, type, bytes }) => {
    const about = { name, type, size: bytes.length };
    const evidence = sealing.seal(personRef, VDAB_EVIDENCE, { ...about, base64: Buffer.from(bytes).toString("base64") });
    const label = sealing.seal(personRef, VDAB_EVIDENCE_LABEL, about);
    return { type: "AddEvidence", personRef, indicationRef, on: clock.today(), evidence, label };
  });
}
