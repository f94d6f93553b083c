// Registers of an invented world, for demonstrations and tests: they answer from lists, then from elsewhere, and can be switched off.
import type { Mandate } from "../../counter/index.ts";
import type { Company, Employment, ResidenceFacts } from "../../dossier/index.ts";
import type { Registers } from "./registers.ts";

export interface RegisterWorld {
  readonly companies: readonly (Company & { readonly kbo: string })[];
  readonly employments: readonly (Employment & { readonly employer: string; readonly insz: string })[];
  readonly residences: readonly (ResidenceFacts & { readonly insz: string })[];
  readonly mandates: readonly (Mandate & { readonly office: string })[];
}

export type RegisterName = "companies" | "employments" | "residences" | "mandates";

/** Answers to what the lists do not hold; left out: unknown. */
export type Elsewhere = Partial<Registers>;

/** @param down - Registers that are out of order at the moment of the question. */
export function fakeRegisters(
  world: RegisterWorld,
  elsewhere: Elsewhere = {},
  down: ReadonlySet<RegisterName> = new Set(),
): Registers {
  const works = (name: RegisterName) => {
    if (down.has(name)) throw new Error(`The register of ${name} is out of order`);
  };
  return {
    companies: {
      async find(number) {
        works("companies");
        const found = world.companies.find((one) => one.kbo === number);
        if (found === undefined) return elsewhere.companies?.find(number) ?? { state: "unknown" };
        const { kbo: _, ...value } = found;
        return { state: "found", value };
      },
    },
    employments: {
      async find(relation, from) {
        works("employments");
        const { employer, insz } = relation;
        const value = world.employments
          .filter((one) => one.employer === employer && one.insz === insz && (one.until === null || one.until >= from))
          .map((one) => ({ from: one.from, until: one.until }));
        if (value.length > 0) return { state: "found", value };
        return elsewhere.employments?.find(relation, from) ?? { state: "unknown" };
      },
    },
    residences: {
      async find(insz) {
        works("residences");
        const found = world.residences.find((one) => one.insz === insz);
        if (found === undefined) return elsewhere.residences?.find(insz) ?? { state: "unknown" };
        const { insz: _, ...value } = found;
        return { state: "found", value };
      },
    },
    mandates: {
      async of(office) {
        works("mandates");
        const value = world.mandates.filter((one) => one.office === office).map(({ office: _, ...mandate }) => mandate);
        if (value.length > 0) return { state: "found", value };
        return elsewhere.mandates?.of(office) ?? { state: "unknown" };
      },
    },
  };
}
