// The total that local governments share (TRANS-50) is checked before an amount is recorded; this keeps it true until it is.
import type { EnteredSubsidy } from "../../dossier/index.ts";
import { canonicalJson } from "../../kernel/index.ts";
import type { Client } from "../connection.ts";
import { enteredSubsidies } from "./dossier-queries.ts";

/** Held by whoever records an amount of a local government, to the end of the transaction. */
const SUBSIDIES_LOCK = 7_216_042_302;

/**
 * Lets nobody else record such an amount until this transaction ends, and says whether what was entered is still what the decision saw.
 * Two that decide at the same time would each find the same room otherwise.
 */
export async function subsidiesStand(client: Client, saw: readonly EnteredSubsidy[]): Promise<boolean> {
  await client.query("select pg_advisory_xact_lock($1)", [SUBSIDIES_LOCK]);
  return canonicalJson(plain(await enteredSubsidies(client))) === canonicalJson(plain(saw));
}

const plain = (subsidies: readonly EnteredSubsidy[]) =>
  subsidies.map(({ rightRef, from, until, cents }) => [rightRef, from, until, cents]);
