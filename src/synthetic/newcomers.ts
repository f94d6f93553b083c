// Firms and people of synthetic Flanders whom no record names yet: for whoever wants to register and apply for the first time.
import type { EmployerFacts, ResidenceFacts } from "../dossier/index.ts";
import { addMonths, type Insz, insz, type Kbo, kbo, type PlainDate } from "../kernel/index.ts";
import { syntheticKbo } from "./numbers.ts";
import type { Persona } from "./personas.ts";

/** What the outside registers know of newcomers. */
export interface Newcomers {
  readonly companies: readonly (EmployerFacts & {
    readonly kbo: string;
    readonly name: string;
    readonly insolvencySignal: boolean;
  })[];
  readonly employments: readonly {
    readonly employer: string;
    readonly insz: string;
    readonly from: PlainDate;
    readonly until: PlainDate | null;
  }[];
  readonly residences: readonly (ResidenceFacts & { readonly insz: string })[];
  readonly mandates: readonly {
    readonly office: Kbo;
    readonly firm: Kbo;
    readonly firmName: string;
    readonly from: PlainDate;
    readonly until: PlainDate | null;
  }[];
  readonly guardianships: readonly {
    readonly guardian: Insz;
    readonly insz: Insz;
    readonly from: PlainDate;
    readonly until: PlainDate | null;
  }[];
  readonly personas: readonly Persona[];
}

/** Enterprise numbers far from those of the population. */
const FIRST_NEW_ENTERPRISE = 900_000;
const numberOf = (nth: number): Kbo => kbo(syntheticKbo(FIRST_NEW_ENTERPRISE + nth));

/** The office that acts for newcomers and for the demonstration's employer. */
export const PAYROLL_OFFICE = { kbo: numberOf(90), name: "Synsecretariaat (oefening)" } as const;

const FIRMS = [
  ["Synproefbakkerij bv", "BV", "10", "118", "1-9", "44021", "OVL"],
  ["Synoefenhout nv", "NV", "31", "126", "50-249", "11002", "ANT"],
  ["Synmaquette vzw", "VZW", "88", "329", "10-49", "24062", "VBR"],
  // Stays unregistered in every exercise, so that the registration can always be looked at.
  ["Synkwekerij bv", "BV", "01", "145", "10-49", "44021", "OVL"],
] as const;

/** Who logs in for a new firm, by its place in the list; for the third only the payroll office does, and no longer. */
const REPRESENTATIVES = [
  [0, "Joke", "Synproef"],
  [1, "Dirk", "Synoefen"],
  [3, "Paul", "Synkweker"],
] as const;

/** Workers per new firm, as their national number without check digits: order numbers on the 29th and 30th, which the population never has. */
const WORKERS_PER_FIRM = 4;

/**
 * @param today - Employments began some months before it.
 * @param wards - National numbers of people of the population for whom the demonstration's guardian acts.
 */
export function newcomers(
  today: PlainDate,
  employer: { readonly kbo: Kbo; readonly name: string } | null = null,
  wards: readonly Insz[] = [],
): Newcomers {
  const companies = FIRMS.map(([name, legalForm, nace, jointCommittee, size, municipality, province], at) => ({
    kbo: numberOf(at),
    name,
    insolvencySignal: false,
    legalForm,
    publicSide: "NONE" as const,
    nace,
    jointCommittee,
    size,
    municipality,
    province,
    mwb: false,
    serviceVoucher: false,
    establishments: 1,
  }));
  const own = ["Synzelfstandig atelier", "Synstarter ontwerp"].map((name, at) => ({
    ...(companies[0] as (typeof companies)[number]),
    kbo: numberOf(50 + at),
    name,
    legalForm: "NATURAL_PERSON" as never,
    nace: "74" as never,
  }));
  const workers = companies.flatMap((company, at) =>
    Array.from({ length: WORKERS_PER_FIRM }, (_, nth) => ({ company, insz: newInsz(1970 + at * 6 + nth, at * 10 + nth) })),
  );
  const askers = [
    ["Lotte", "Synvraagt"],
    ["Emre", "Synzoekt"],
    ["Mieke", "Synbelt"],
    ["Jan", "Synschrijft"],
  ].map(([given = "", family = ""], at) => ({ given, family, insz: newInsz(1988 + at, 80 + at) }));
  const callers = askers.slice(2).map(({ given, family, insz }) => `${given} ${family}, ${insz}`);
  const guardian = newInsz(1965, 89);
  // Two people for whom the guardian asks a first indication.
  const newWards = [newInsz(1995, 86), newInsz(1996, 87)];
  const home = { municipality: "44021", province: "OVL", residence: "FLANDERS" } as const;
  const selfEmployed = own.map((firm, at) => ({ firm, insz: newInsz(1980 + at, 60 + at) }));
  const started = addMonths(today, -3);
  const mandates = [...companies.map(({ kbo, name }) => ({ kbo, name })), ...(employer === null ? [] : [employer])];
  return {
    companies: [...companies, ...own],
    employments: workers.map(({ company, insz }) => ({ employer: company.kbo, insz, from: started, until: null })),
    residences: [...workers, ...selfEmployed, ...askers, ...newWards.map((ward) => ({ insz: ward }))].map(({ insz }) => ({
      insz,
      ...home,
    })),
    mandates: mandates.map(({ kbo, name }, at) => ({
      office: PAYROLL_OFFICE.kbo,
      firm: kbo,
      firmName: name,
      from: addMonths(today, -24),
      // One of them ended, to show what is said then.
      until: at === 2 ? addMonths(today, -1) : null,
    })),
    guardianships: [
      ...wards.map((ward, at) => ({
        guardian: insz(guardian),
        insz: ward,
        from: addMonths(today, -18),
        // The last one ended: it gives nothing any more.
        until: at > 0 && at === wards.length - 1 ? addMonths(today, -1) : null,
      })),
      ...newWards.map((ward) => ({ guardian: insz(guardian), insz: insz(ward), from: addMonths(today, -2), until: null })),
    ],
    personas: [
      ...askers.slice(0, 2).map(({ given, family, insz }, at) => ({
        id: `new-person-${at + 1}`,
        label: `${given} ${family}`,
        description: `Vraagt voor het eerst een indicering bij VDAB. Wie belt of schrijft in plaats van aan te melden: ${callers[at]}. Synthetische persoon.`,
        claims: { sub: `new-person-${at + 1}`, given_name: given, family_name: family, rrn: insz, vo_doelgroepcode: "BUR" },
      })),
      {
        id: "guardian",
        label: "Ria Synbewind",
        description: "Bewindvoerder: handelt voor iemand met een dossier bij VDAB. Synthetische persoon.",
        claims: {
          sub: "guardian",
          given_name: "Ria",
          family_name: "Synbewind",
          rrn: guardian,
          vo_doelgroepcode: "EA",
          vo_orgcode: numberOf(91),
          vo_orgnaam: "Synbewindvoering (oefening)",
          maatwerk_rol_3d: [`guardian:${numberOf(91)}`],
        },
      },
      ...REPRESENTATIVES.flatMap(([at, given, family], nth) => {
        const company = companies[at];
        if (company === undefined) return [];
        const numbers = workers.filter((one) => one.company === company).map((one) => one.insz);
        const id = `new-employer-${nth + 1}`;
        return [
          {
            id,
            label: `${given} ${family}`,
            description: `Vertegenwoordigt ${company.name}, nog niet geregistreerd. Werknemers: ${numbers.join(", ")}. Synthetische persoon.`,
            claims: {
              sub: id,
              given_name: given,
              family_name: family,
              vo_doelgroepcode: "EA",
              vo_orgcode: company.kbo,
              vo_orgnaam: company.name,
              maatwerk_rol_3d: [`employer:${company.kbo}`],
            },
          },
        ];
      }),
      ...selfEmployed.map(({ firm, insz }, at) => ({
        id: `new-self-employed-${at + 1}`,
        label: at === 0 ? "Sofie Synatelier" : "Rik Synstarter",
        description: `${at === 0 ? "Zelfstandige" : "Startende zelfstandige"}, nog niet geregistreerd. Synthetische persoon.`,
        claims: {
          sub: `new-self-employed-${at + 1}`,
          given_name: at === 0 ? "Sofie" : "Rik",
          family_name: at === 0 ? "Synatelier" : "Synstarter",
          rrn: insz,
          vo_doelgroepcode: "EA",
          vo_orgcode: firm.kbo,
          vo_orgnaam: firm.name,
          maatwerk_rol_3d: [`selfEmployed:${firm.kbo}`],
        },
      })),
    ],
  };
}

/** Born on the 29th of March of the year: a day that the population never has. */
function newInsz(year: number, order: number): string {
  const base = `${String(year % 100).padStart(2, "0")}0329${String(900 + order).padStart(3, "0")}`;
  return `${base}${String(97 - (Number(base) % 97)).padStart(2, "0")}`;
}
