// Why a command is refused: a problem with the rule it rests on and what the reader can do about it.
import { type Localized, localized, type Problem } from "../kernel/index.ts";
import type { Reason as LawReason } from "../law/index.ts";

/** `rule` is a rulebook id, or "" when no rule of law is at stake but only the order of the work. */
export interface Reason extends Problem {
  readonly rule: string;
  readonly remedy: Localized;
}

interface ReasonParts {
  readonly rule?: string;
  readonly field?: string;
  readonly expected?: string;
  readonly message: Localized;
  readonly remedy: Localized;
}

export function reason(id: string, parts: ReasonParts): Reason {
  const { rule = "", field, expected, message, remedy } = parts;
  return {
    id,
    rule,
    message,
    remedy,
    ...(field === undefined ? {} : { field }),
    ...(expected === undefined ? {} : { expected }),
  };
}

/** Short for the texts of this room: Dutch, English, French. */
export const say = localized;

/** A reason that the law's own rules gave, in the law's words. */
export function byLaw({ id, field, message, remedy }: LawReason): Reason {
  const nothing = say("Kijk de gegevens na", "Check the data", "Vérifiez les données");
  return reason(`law.${id}`, { rule: id, message, remedy: remedy ?? nothing, ...(field === null ? {} : { field }) });
}

/** What the order of the work forbids: says what was tried, how things stand, and what is possible. */
export function notNow(action: string, state: string, allowed: readonly string[]): Reason {
  const list = allowed.length === 0 ? "-" : allowed.join(", ");
  return reason("action.notAllowed", {
    expected: list,
    message: say(
      `“${action}” kan niet: de toestand is “${state}”`,
      `“${action}” is not possible: the state is “${state}”`,
      `« ${action} » est impossible : l’état est « ${state} »`,
    ),
    remedy: say(`Wel mogelijk: ${list}`, `Possible now: ${list}`, `Possible maintenant : ${list}`),
  });
}

/** A day that may not lie in the future, because what it tells has not happened yet. */
export function inFuture(field: string, day: string, today: string): Reason {
  return reason("date.future", {
    field,
    expected: `<= ${today}`,
    message: say(`De datum ${day} ligt in de toekomst`, `The date ${day} lies in the future`, `La date ${day} est dans le futur`),
    remedy: say(
      "Geef de dag waarop het gebeurde, ten laatste vandaag",
      "Give the day it happened, today at the latest",
      "Donnez le jour où cela s’est produit, au plus tard aujourd’hui",
    ),
  });
}

/** Two days in the wrong order. */
export function wrongOrder(field: string, earlier: string, later: string): Reason {
  return reason("date.order", {
    field,
    expected: `>= ${earlier}`,
    message: say(`${later} ligt voor ${earlier}`, `${later} lies before ${earlier}`, `${later} précède ${earlier}`),
    remedy: say(`Geef een dag vanaf ${earlier}`, `Give a day from ${earlier} on`, `Donnez un jour à partir du ${earlier}`),
  });
}
