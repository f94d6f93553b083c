// The personal data behind a synthetic person or firm, as it is sealed in the vault; events never hold any of it.
import type { LookupRequest, SealRequest } from "../dossier/index.ts";
import type { CasePlan } from "./case-plan.ts";
import type { Firm } from "./firms.ts";
import { familyName, firstName, street } from "./names.ts";
import type { NumberBook } from "./numbers.ts";
import { rngOf, seededUuid } from "./rng.ts";

interface SealedSubject {
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
  /** Only of a self-employed person, who is an enterprise (SELF-06) and is paid on an own account. */
  readonly enterprise: { readonly kbo: string; readonly iban: string } | null;
}

export function identify(seed: string, life: CasePlan, book: NumberBook): PersonIdentity {
  const { person, relations, rights } = life;
  const { traits } = person;
  const rng = rngOf(seed, "identity", person.ref);
  const { bornOn, insz } = book.person(traits.bornIn, traits.sex);
  const selfEmployed = relations.some((one) => one.firm === null) || rights.some((one) => one.firm === null);
  return {
    subjectRef: person.ref,
    given: firstName(rng, traits.sex),
    family: familyName(rng),
    insz,
    bornOn,
    address: { street: street(rng), postcode: traits.place.postcode, municipality: traits.place.name },
    enterprise: selfEmployed ? book.ownEnterprise() : null,
  };
}

export function sealPerson(seed: string, identity: PersonIdentity): SealedSubject {
  const { subjectRef, given, family, insz, bornOn, address, enterprise } = identity;
  const rng = rngOf(seed, "sealed", subjectRef);
  const item = (kind: string, content: unknown): SealRequest => ({ subjectRef, sealedRef: seededUuid(rng), kind, content });
  return {
    items: [
      item("name", { given, family }),
      item("insz", { insz, bornOn }),
      item("address", address),
      ...(enterprise === null ? [] : [item("kbo", { kbo: enterprise.kbo }), item("account", { iban: enterprise.iban })]),
    ],
    lookups: [
      { subjectRef, kind: "insz", value: insz },
      ...(enterprise === null ? [] : [{ subjectRef, kind: "kbo" as const, value: enterprise.kbo }]),
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
