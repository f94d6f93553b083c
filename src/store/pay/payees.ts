// Names and accounts of beneficiaries, opened from the vault for paying; each opening is logged.
import { isIban } from "../../kernel/index.ts";
import type { Payee, Payees } from "../../payment/index.ts";
import type { SubjectVault } from "../vault/subject-vault.ts";

export function payees(vault: SubjectVault): Payees {
  return {
    async of(refs, actor) {
      if (refs.length === 0) return new Map();
      const purpose = { actor, organisation: "department", purpose: "payment" };
      const opened = await vault.openAll(refs, purpose, ["name", "account", "payee"]);
      return new Map([...opened].map(([ref, items]) => [ref, payeeOf(items)]));
    },
  };
}

type Items = readonly { readonly sealedRef: string; readonly kind: string; readonly content: unknown }[];

/** Items come oldest first: the last name and the last account count. */
function payeeOf(items: Items): Payee {
  const names = new Map<string, string>();
  const accounts: { ref: string; iban: Payee["accounts"][number]["iban"] }[] = [];
  const others = new Map<string, { name: string; iban: Payee["accounts"][number]["iban"] }>();
  for (const { sealedRef, kind, content } of items) {
    const given = content as Readonly<Record<string, unknown>>;
    if (kind === "name") {
      const text = nameOf(given);
      if (text !== "") names.set(sealedRef, text);
    } else if (isIban(given.iban)) {
      if (kind === "account") accounts.push({ ref: sealedRef, iban: given.iban });
      else others.set(sealedRef, { name: String(given.name), iban: given.iban });
    }
  }
  const last = [...names].at(-1);
  return { name: last === undefined ? null : { ref: last[0], text: last[1] }, names, accounts, others };
}

/** A firm has one name, a person two. */
function nameOf({ name, given, family }: Readonly<Record<string, unknown>>): string {
  return typeof name === "string" ? name : [given, family].filter((part) => typeof part === "string").join(" ");
}
