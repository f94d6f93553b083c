// One database, one master key: a second one, made by accident on another machine, must not seal beside the first.
import type { Instant } from "../../kernel/index.ts";
import type { Queryable } from "../connection.ts";
import { refuse } from "../refuse.ts";
import type { MasterKey } from "./master-key.ts";

const mark = "vault.masterKey";

/** Notes the key that seals here, at the first use; afterwards refuses any other. */
export async function claimMasterKey(db: Queryable, master: MasterKey, at: Instant): Promise<void> {
  await db.query("insert into ops.mark (name, value, set_at) values ($1, $2, $3) on conflict (name) do nothing", [
    mark,
    JSON.stringify(master.id),
    at,
  ]);
  const { rows } = await db.query<{ value: string }>("select value from ops.mark where name = $1", [mark]);
  if (rows[0]!.value !== master.id) refuseKey(rows[0]!.value, master);
}

export function refuseKey(sealedWith: string, master: MasterKey): never {
  refuse(
    "otherMasterKey",
    `Deze gegevens zijn verzegeld met hoofdsleutel ${sealedWith}; de ingestelde sleutel is ${master.id}. Zet MAATWERK_MASTER_KEY_FILE op de sleutel van deze databank.`,
    `These data were sealed with master key ${sealedWith}; the key that is set is ${master.id}. Set MAATWERK_MASTER_KEY_FILE to the key of this database.`,
    `Ces données ont été scellées avec la clé maîtresse ${sealedWith} ; la clé configurée est ${master.id}. Indiquez la clé de cette base dans MAATWERK_MASTER_KEY_FILE.`,
  );
}
