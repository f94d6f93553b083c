// Who is behind a reference, for staff of the department; each opening is written to the access log with its purpose.
import { formatKbo, isKbo } from "../../kernel/index.ts";
import type { Acting } from "../ports.ts";
import type { PaymentCounter } from "./ports.ts";

export interface NamedBeneficiary {
  readonly name: string;
  /** Enterprise number as people write it; null for a person without one. */
  readonly number: string | null;
}

const SHORT = 8;

/** Erased subjects keep the first signs of their reference. */
export async function beneficiaryNames(
  { vault }: Pick<PaymentCounter, "vault">,
  acting: Acting,
  refs: readonly string[],
  purpose: string,
): Promise<ReadonlyMap<string, NamedBeneficiary>> {
  const access = { actor: { role: acting.role, ref: acting.actorRef }, organisation: acting.organisation, purpose };
  const found = await Promise.all(
    [...new Set(refs)].map(async (ref): Promise<[string, NamedBeneficiary]> => {
      const items = await vault.open(ref, access, ["name", "kbo"]);
      const content = (kind: string) => items.filter((one) => one.kind === kind).at(-1)?.content;
      const name = content("name") as { name?: string; given?: string; family?: string } | undefined;
      const kbo = (content("kbo") as { kbo?: string } | undefined)?.kbo ?? null;
      const said = name?.name ?? `${name?.given ?? ""} ${name?.family ?? ""}`.trim();
      return [ref, { name: said === "" ? ref.slice(0, SHORT) : said, number: isKbo(kbo) ? formatKbo(kbo) : null }];
    }),
  );
  return new Map(found);
}
