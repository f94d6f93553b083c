// Which enterprise a self-employed person has, for the question whether its activity still runs; each opening is logged.
import { type CompanyRegister, ownEnterpriseRef, type Vault } from "../dossier/index.ts";
import { asRef, isKbo, type Kbo, type PersonRef } from "../kernel/index.ts";
import type { OwnEnterprises } from "../payment/index.ts";

export function ownEnterprises(vault: Pick<Vault, "openAll">, register: CompanyRegister): OwnEnterprises {
  return {
    register,
    async numbersOf(personRefs) {
      const numbers = new Map<string, Kbo>();
      // With the person: from the records, or as given with an application. With the enterprise: from its registration.
      const enterpriseOf = new Map(personRefs.map((ref) => [ref, ownEnterpriseRef(asRef<PersonRef>(ref))]));
      const subjects = [...enterpriseOf].flat();
      for (let from = 0; from < subjects.length; from += PORTION) {
        const opened = await vault.openAll(subjects.slice(from, from + PORTION), CHECK, ["kbo", "declared"]);
        for (const [subject, items] of opened) {
          const kbo = items.map((one) => (one.content as { readonly kbo?: unknown }).kbo).findLast(isKbo);
          if (kbo !== undefined) numbers.set(subject, kbo);
        }
      }
      return new Map(
        [...enterpriseOf].flatMap(([person, enterprise]) => {
          const kbo = numbers.get(person) ?? numbers.get(enterprise);
          return kbo === undefined ? [] : [[person, kbo] as const];
        }),
      );
    },
  };
}

const PORTION = 500;

const CHECK = {
  actor: { role: "system", ref: "activity-check" },
  organisation: "department",
  purpose: "Nakijken bij de KBO of de activiteit van een zelfstandige nog loopt",
};
