// Puts the desk of the data-protection officer together.
import type { PrivacyPorts } from "../counter/index.ts";
import { readAgreements } from "../exchange/index.ts";
import { accessesBy, accessesOf, privacyRequestStore } from "../store/index.ts";
import type { System } from "./system.ts";

export function createPrivacy({
  store,
  clock,
}: Pick<System, "clock"> & { readonly store: Pick<System["store"], "database" | "events" | "vault"> }): PrivacyPorts {
  const { pool } = store.database;
  const agreements = readAgreements();
  return {
    clock,
    vault: store.vault,
    events: store.events,
    accessesOf: (subjectRef) => accessesOf(pool, subjectRef),
    accessesBy: (actorRef) => accessesBy(pool, actorRef),
    requests: privacyRequestStore(pool),
    register: () => agreements,
  };
}
