// An ICF partner advises VDAB and no more (IND-05): what the partner sees and hears is the same whatever VDAB holds of the person.
import { evolvePerson, NO_PERSON, type PersonCommand, type PersonEvent, type Reason } from "../../dossier/index.ts";
import {
  type AdviceRef,
  asRef,
  fail,
  hashOf,
  type IndicationRef,
  newRef,
  ok,
  type PersonRef,
  type PlainDate,
  parsePlainDate,
  type Result,
} from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import { asObject, Reader } from "../reader.ts";
import { actOnPerson } from "./act.ts";
import { REASON_LENGTH } from "./finding-input.ts";
import type { Meta } from "./indicate.ts";
import { ICF_ADVICE, type OpenedPerson, type PersonName, readerOf, VDAB_NOTE } from "./person-file.ts";
import type { PartnerAdvice, VdabPorts } from "./ports.ts";
import { LIST_PURPOSES } from "./purposes.ts";
import { type NewPerson, newcomer, parseNewPerson } from "./request.ts";

export interface AdviceText {
  readonly text: string;
  readonly organisation: string;
  /** As the partner typed it, for the partner's own list. */
  readonly given: string;
  readonly family: string;
}

export interface PartnerAdviceInput {
  readonly who: NewPerson;
  readonly advisedOn: PlainDate;
  readonly advice: string;
}

export function parseAdvice(json: unknown): Result<PartnerAdviceInput, readonly Reason[]> {
  const from = asObject(json);
  const who = parseNewPerson(from.person ?? from);
  const read = new Reader();
  const advisedOn = read.parsed(read.needed(from, "advisedOn", "advisedOn"), "advisedOn", parsePlainDate);
  const advice = read.needed(from, "advice", "advice", REASON_LENGTH);
  const wrong = [...(who.ok ? [] : who.error), ...read.found];
  if (wrong.length > 0 || !who.ok || advisedOn === null || advice === null) return fail(wrong);
  return ok({ who: who.value, advisedOn, advice });
}

/** Not readable back; the same for every advice of one organisation. */
export const organisationHash = (code: string): string => hashOf({ of: "organisation", code });

type Ports = Pick<VdabPorts, "law" | "clock" | "events" | "vault" | "registers" | "work">;

export async function giveAdvice(
  ports: Ports,
  acting: Acting,
  { who, advisedOn, advice }: PartnerAdviceInput,
  commandId: string,
): Promise<Result<AdviceRef, readonly Reason[]>> {
  // Asked in every case, so that the register's answer tells nothing about the records.
  const made = await newcomer(ports, who);
  if (!made.ok) return made;
  const { lookups, register, sealed } = made.value;
  const found = await ports.vault.findByIdentifier("insz", who.insz);
  const personRef = found === null ? made.value.personRef : asRef<PersonRef>(found);
  // The stream alone: nothing of the person is opened or shown.
  const history = (await ports.events.read(personRef)) as unknown as readonly PersonEvent[];
  const state = history.reduce(evolvePerson, NO_PERSON);
  const version = history.length;
  const adviceRef = newRef<AdviceRef>();
  const done = await actOnPerson(
    ports,
    acting,
    { personRef, version, state },
    {
      version,
      commandId,
      asked: { insz: hashOf({ insz: who.insz }), advisedOn, advice },
      commands: (sealing): readonly PersonCommand[] => {
        if (found === null) for (const { kind, content } of sealed) sealing.seal(personRef, kind, content);
        const text: AdviceText = {
          text: advice,
          organisation: acting.organisation,
          given: who.givenName,
          family: who.familyName,
        };
        return [
          ...(found === null ? [register] : []),
          {
            type: "GiveIcfAdvice",
            personRef,
            adviceRef,
            on: advisedOn,
            organisation: organisationHash(acting.organisation),
            advice: sealing.seal(personRef, ICF_ADVICE, text),
          },
        ];
      },
    },
    found === null ? lookups : [],
  );
  return done.ok ? ok(adviceRef) : done;
}

export interface ListedAdvice extends PartnerAdvice {
  readonly name: PersonName | null;
}

/** The partner's own advices, newest first. */
export async function ownAdvices(
  ports: Pick<VdabPorts, "vault" | "work">,
  acting: Acting,
  limit: number,
): Promise<readonly ListedAdvice[]> {
  const advices = await ports.work.advicesOf(organisationHash(acting.organisation), limit);
  const refs = [...new Set(advices.map((one) => one.personRef))];
  const opened = await ports.vault.openAll(refs, readerOf(acting, LIST_PURPOSES.PARTNER.nl), [ICF_ADVICE]);
  return advices.map((one) => {
    // In the partner's own words: the name in the records would tell that VDAB knew the person already.
    const own = (opened.get(one.personRef) ?? [])
      .map(({ content }) => content as AdviceText)
      .findLast(({ organisation }) => organisation === acting.organisation);
    return { ...one, name: own === undefined ? null : { given: own.given, family: own.family } };
  });
}

export interface AdviceHandling {
  /** A request to take it up in; "NEW": one that is opened with it; null: set aside. */
  readonly indication: IndicationRef | "NEW" | null;
  readonly reason: string | null;
  /** Day on which the person asked, for a new request. */
  readonly requestedOn: PlainDate;
}

/** VDAB takes the advice up in a request, or sets it aside with a reason. */
export function handleAdvice(
  ports: Pick<VdabPorts, "law" | "clock" | "events">,
  acting: Acting,
  person: OpenedPerson,
  adviceRef: AdviceRef,
  { indication, reason, requestedOn }: AdviceHandling,
  meta: Meta,
): Promise<Result<number, readonly Reason[]>> {
  const { personRef } = person;
  return actOnPerson(ports, acting, person, {
    ...meta,
    asked: { adviceRef, indication, reason, requestedOn },
    commands: (sealing) => {
      const indicationRef = indication === "NEW" ? newRef<IndicationRef>() : indication;
      const request: readonly PersonCommand[] =
        indication !== "NEW" || indicationRef === null
          ? []
          : [
              {
                type: "RequestIndication",
                personRef,
                indicationRef,
                measure: "COLLECTIVE",
                requestedOn,
                path: "ICF",
                channel: "ICF_PARTNER",
              },
            ];
      const motivation = reason === null ? null : sealing.seal(personRef, VDAB_NOTE, { text: reason });
      return [...request, { type: "HandleIcfAdvice", personRef, adviceRef, on: ports.clock.today(), indicationRef, motivation }];
    },
  });
}
