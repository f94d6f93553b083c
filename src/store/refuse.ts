// Problems of the operator (place, port, version, rights) as refusals that say what to do.
import { localized, problem, Refusal } from "../kernel/index.ts";

export function refuse(id: string, nl: string, en: string, fr: string): never {
  throw new Refusal([problem(`store.${id}`, localized(nl, en, fr))]);
}
