// Puts the department's counter together, and keeps its work list up to date.
import { type CounterPorts, type DepartmentPorts, refreshWork } from "../counter/index.ts";
import { createDossier, type Employment, type RegisterAnswer, type Relation } from "../dossier/index.ts";
import { isKbo, type PlainDate } from "../kernel/index.ts";
import { grantToCommit } from "../payment/index.ts";
import {
  dossierQueries,
  fileFinder,
  latestAttests,
  letterStore,
  type Store,
  staffStore,
  tokenStore,
  workList,
} from "../store/index.ts";
import { demoPeople } from "./accounts.ts";
import { createCounter } from "./counter.ts";
import { bringDeskWork } from "./demo-desk.ts";
import { createPayment } from "./payment.ts";
import type { System } from "./system.ts";
import type { JobHandler } from "./worker.ts";

type Parts = Pick<System, "law" | "clock" | "settings"> & { readonly store: Pick<Store, "database" | "events" | "vault"> };

/** @param counter - Left out: the registers are not asked. */
export function createDepartment(system: Parts, counter?: Pick<CounterPorts, "registers" | "declarations">): DepartmentPorts {
  return departmentOver(system, system.settings.secondLookAbove, counter);
}

export function departmentOver(
  { law, clock, store }: Omit<Parts, "settings">,
  secondLookAbove: DepartmentPorts["secondLookAbove"],
  counter: Pick<CounterPorts, "registers" | "declarations"> | undefined,
): DepartmentPorts {
  const { pool } = store.database;
  const queries = dossierQueries(pool);
  const registers = counter === undefined ? {} : registersOf(store, counter.registers);
  const { noticeOf } = letterStore(pool, store.vault, clock);
  const { accounts } = createPayment({ law, clock, store });
  return {
    law,
    clock,
    events: store.events,
    vault: store.vault,
    dossier: createDossier({ events: store.events, queries, clock, law: () => law, noticeOf, ...registers }),
    relations: queries,
    declarations: counter?.declarations ?? declarationsOver(store),
    workList: workList(pool),
    finder: fileFinder(pool),
    staff: staffStore(pool, clock),
    tokens: tokenStore(pool, clock),
    letters: letterStore(pool, store.vault, clock),
    budget: { gate: (grant, switches) => accounts.gate(grantToCommit(grant), switches) },
    secondLookAbove,
  };
}

/** The registers know numbers; the dossier knows references. Looking a number up for a check is written to the access log. */
function registersOf({ vault }: Pick<Store, "vault">, registers: CounterPorts["registers"]) {
  const numberOf = async (subjectRef: string, kind: "kbo" | "insz"): Promise<string | null> => {
    const opened = await vault.open(subjectRef, CHECK, [kind]);
    const content = opened.at(-1)?.content as Readonly<Record<string, string>> | undefined;
    return content?.[kind] ?? null;
  };
  return {
    async employments({ employerRef, personRef }: Relation, from: PlainDate): Promise<RegisterAnswer<readonly Employment[]>> {
      const [kbo, insz] = await Promise.all([
        employerRef === null ? null : numberOf(employerRef, "kbo"),
        numberOf(personRef, "insz"),
      ]);
      if (kbo === null || !isKbo(kbo) || insz === null) return { state: "unknown" };
      return registers.employments.find({ employer: kbo, insz }, from);
    },
    async insolvency(employerRef: string): Promise<boolean> {
      const kbo = await numberOf(employerRef, "kbo");
      if (kbo === null || !isKbo(kbo)) return false;
      const answer = await registers.companies.find(kbo);
      // A register that is down stops nothing: the declaration of the applicant stands.
      return answer.state === "found" && answer.value.insolvencySignal;
    },
  };
}

const CHECK = {
  actor: { role: "system", ref: "automatic-check" },
  organisation: "",
  purpose: "Automatische controle van een aanvraag bij RSZ en KBO",
};

const declarationsOver = ({ database }: Pick<Store, "database">): DepartmentPorts["declarations"] => ({
  declarationsOf: async (relation) => (await latestAttests(database.pool, relation)).filter((one) => one.status !== 3),
});

/** Files about which something was recorded, and every open file once a day. Other jobs never wait for it. */
export function workListHandler(system: System): JobHandler {
  let made: Promise<DepartmentPorts> | null = null;
  let brought = false;
  const make = async () => createDepartment(system, createCounter(system, (await demoPeople(system))?.newcomers ?? null));
  return {
    queue: "work-list",
    async find() {
      made ??= make();
      const ports = await made;
      if ((await refreshWork(ports)) > 0 || brought) return;
      await bringDeskWork(system, ports);
      brought = true;
    },
    work: async () => {},
  };
}
