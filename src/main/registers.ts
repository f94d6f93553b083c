// The registers that the counters and payment ask, each behind a patient line: none yet outside a demonstration, invented ones inside it.
import type { Employment, RegisterAnswer, ResidenceFacts } from "../dossier/index.ts";
import { fakeRegisters, isAgreed, patiently, type Registers, type RegisterWorld, readAgreements } from "../exchange/index.ts";
import { epochMillisecondsOf, type PlainDate } from "../kernel/index.ts";
import { latestAttests, type Store } from "../store/index.ts";
import type { Log } from "./log.ts";
import type { System } from "./system.ts";

type Parts = Pick<System, "clock"> & { readonly store: Pick<Store, "database" | "vault">; readonly log?: Pick<Log, "warn"> };

/** @param beside - What a demonstration's registers know beside the records; null outside a demonstration. */
export function createRegisters({ clock, store, log }: Parts, beside: RegisterWorld | null): Registers {
  return patiently(beside === null ? NO_REGISTERS : demoRegisters(store, beside), () => epochMillisecondsOf(clock.now()), {
    ...PATIENCE,
    agreed: (register) => isAgreed(AGREEMENTS, register, clock.today()),
    onFailure: (register, error) => log?.warn({ register, reason: error.message }, "register did not answer"),
  });
}

const AGREEMENTS = readAgreements();

const PATIENCE = { timeoutMs: 3_000, retries: 1, retryAfterSeconds: 60 };

/** Outside a demonstration the registers are not connected yet: each says so, and people fill in by hand. */
const unavailable = { state: "unavailable", retryAfterSeconds: 3600 } as const;
const NO_REGISTERS: Registers = {
  companies: { find: async () => unavailable },
  employments: { find: async () => unavailable },
  residences: { find: async () => unavailable },
  mandates: { of: async () => unavailable },
};

/** Registers of the invented world: newcomers first, then whoever the records name. */
function demoRegisters(store: Parts["store"], beside: RegisterWorld): Registers {
  const { pool } = store.database;
  const companies: Registers["companies"] = {
    async find(number) {
      const subjectRef = await store.vault.findByIdentifier("kbo", number);
      if (subjectRef === null) return { state: "unknown" };
      const { rows } = await pool.query<FirmRow>(FIRM, [subjectRef]);
      const row = rows[0];
      const named = await store.vault.open(subjectRef, REGISTER, ["name"]);
      const content = named.at(-1)?.content as { name?: string; given?: string; family?: string } | undefined;
      const name = content?.name ?? `${content?.given ?? ""} ${content?.family ?? ""}`.trim();
      return { state: "found", value: { ...(row ?? SELF_EMPLOYED), establishments: 1, name, insolvencySignal: false } };
    },
  };
  const employments: Registers["employments"] = {
    async find({ employer, insz }): Promise<RegisterAnswer<readonly Employment[]>> {
      const [employerRef, personRef] = await Promise.all([
        store.vault.findByIdentifier("kbo", employer),
        store.vault.findByIdentifier("insz", insz),
      ]);
      if (employerRef === null || personRef === null) return { state: "unknown" };
      const hired = await hiredOn(store, employerRef, personRef);
      if (hired !== null) return { state: "found", value: [hired] };
      const attests = await latestAttests(pool, { employerRef, personRef });
      const first = attests.sort((a, b) => a.quarter - b.quarter)[0];
      const last = attests.at(-1);
      if (first === undefined || last === undefined) return { state: "unknown" };
      const from = first.inServiceFrom ?? (`${Math.floor(first.quarter / 4)}-01-01` as PlainDate);
      return { state: "found", value: [{ from, until: last.inServiceUntil }] };
    },
  };
  const residences: Registers["residences"] = {
    async find(insz): Promise<RegisterAnswer<ResidenceFacts>> {
      const personRef = await store.vault.findByIdentifier("insz", insz);
      if (personRef === null) return { state: "unknown" };
      const { rows } = await pool.query<ResidenceFacts>(
        "select municipality, province, residence from read.person_fact where person_ref = $1 and upper_inf(known) and upper_inf(valid)",
        [personRef],
      );
      return rows[0] === undefined ? { state: "unknown" } : { state: "found", value: rows[0] };
    },
  };
  return fakeRegisters(beside, { companies, employments, residences });
}

/**
 * The invented employment register knows a worker from the day of hiring, long before the first declaration: by the contract of the last
 * application. Of one in sixteen it knows nothing, so that there is something to find out.
 */
async function hiredOn({ database }: Parts["store"], employerRef: string, personRef: string): Promise<Employment | null> {
  if (personRef.startsWith("0")) return null;
  const { rows } = await database.pool.query<{ contract: Employment | null }>(
    `select e.payload -> 'contract' as contract from read.application a join log.event e on e.stream_ref = a.file_ref
     where a.employer_ref = $1 and a.person_ref = $2 and upper_inf(a.known) and upper_inf(a.valid) and e.type = 'ApplicationFiled'
     order by a.filed_on desc limit 1`,
    [employerRef, personRef],
  );
  const contract = rows[0]?.contract ?? null;
  return contract === null ? null : { from: contract.from, until: contract.until };
}

type FirmRow = typeof SELF_EMPLOYED;

const FIRM = `select legal_form as "legalForm", public_side as "publicSide", nace, joint_committee as "jointCommittee", size, municipality,
  province, mwb, service_voucher as "serviceVoucher" from read.employer_fact
  where employer_ref = $1 and upper_inf(known) and upper_inf(valid)`;

const SELF_EMPLOYED = {
  legalForm: "NATURAL_PERSON",
  publicSide: "NONE",
  nace: "96",
  jointCommittee: "",
  size: "1-9",
  municipality: "11002",
  province: "ANT",
  mwb: false,
  serviceVoucher: false,
} as const;

/** The invented company register answers from our own records; that is no reading by a person. */
const REGISTER = {
  actor: { role: "system", ref: "demo-register" },
  organisation: "",
  purpose: "Nagebootst ondernemingsregister",
};
