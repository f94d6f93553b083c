// The personal data behind a synthetic person or firm, as it is sealed in the vault; events never hold any of it.
import type { LookupRequest, SealRequest } from "../dossier/index.ts";
import type { CasePlan } from "./case-plan.ts";
import type { Firm } from "./firms.ts";
import { familyName, firstName, street } from "./names.ts";
import type { InszBook } from "./numbers.ts";
import { syntheticIban } from "./numbers.ts";
import { rngOf, seededUuid } from "./rng.ts";

export interface SealedSubject {
  readonly items: readonly SealRequest[];
  readonly lookups: readonly LookupRequest[];
}

export interface PersonIdentity {
  readonly subjectRef: string;
  readonly given: string;
  readonly family: string;
  readonly insz: string;
  readonly bornOn: string;
  readonly address: { readonly street: string; readonly postcode: string; readonly municipality: string };
  /** Only of a self-employed person, who is paid on an own account. */
  readonly iban: string | null;
}

/** Accounts of persons start above those of firms. */
const FIRST_PERSONAL_ACCOUNT = 5_000_000;

/** @param number a number that no other person of the population has */
export function identify(seed: string, life: CasePlan, book: InszBook, number: number): PersonIdentity {
  const { person, relations, rights } = life;
  const { traits } = person;
  const rng = rngOf(seed, "identity", person.ref);
  const { bornOn, insz } = book.next(traits.bornIn, traits.sex);
  const selfEmployed = relations.some((one) => one.firm === null) || rights.some((one) => one.firm === null);
  return {
    subjectRef: person.ref,
    given: firstName(rng, traits.sex),
    family: familyName(rng),
    insz,
    bornOn,
    address: { street: street(rng), postcode: traits.place.postcode, municipality: traits.place.name },
    iban: selfEmployed ? syntheticIban(FIRST_PERSONAL_ACCOUNT + (number % FIRST_PERSONAL_ACCOUNT)) : null,
  };
}

export function sealPerson(seed: string, identity: PersonIdentity): SealedSubject {
  const { subjectRef, given, family, insz, bornOn, address, iban } = identity;
  const rng = rngOf(seed, "sealed", subjectRef);
  const item = (kind: string, content: unknown): SealRequest => ({ subjectRef, sealedRef: seededUuid(rng), kind, content });
  return {
    items: [
      item("name", { given, family }),
      item("insz", { insz, bornOn }),
      item("address", address),
      ...(iban === null ? [] : [item("account", { iban })]),
    ],
    lookups: [
      { subjectRef, kind: "insz", value: insz },
      { subjectRef, kind: "name", value: `${given} ${family}` },
    ],
  };
}

export function sealFirm(seed: string, firm: Firm): SealedSubject {
  const subjectRef = firm.ref;
  const rng = rngOf(seed, "sealed", subjectRef);
  const item = (kind: string, content: unknown): SealRequest => ({ subjectRef, sealedRef: seededUuid(rng), kind, content });
  const address = { street: firm.street, postcode: firm.place.postcode, municipality: firm.place.name };
  return {
    items: [
      item("name", { name: firm.name }),
      item("kbo", { kbo: firm.kbo }),
      item("address", address),
      item("account", { iban: firm.iban }),
    ],
    lookups: [
      { subjectRef, kind: "kbo", value: firm.kbo },
      { subjectRef, kind: "name", value: firm.name },
    ],
  };
}
