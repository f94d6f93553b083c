// When synthetic records may come, and what a database is to them. Real records and invented ones never meet.
import { localized, problem, Refusal } from "../kernel/index.ts";
import type { DatabaseKind } from "../synthetic/index.ts";
import type { Settings } from "./settings.ts";

/** What to do with the records at start. */
export type DemoStep = "fill" | "refill" | "use" | "none";

/**
 * On the embedded database of a trial, synthetic records come by themselves. On a server of one's own, or in production, only `--demo`
 * brings them, and then only into a database that holds nothing else; a database that holds them does not start without it.
 *
 * @throws Refusal when the wish and the database do not go together
 */
export function demoStep(settings: Pick<Settings, "databaseUrl" | "production" | "demo">, kind: DatabaseKind): DemoStep {
  const guarded = settings.production || settings.databaseUrl !== undefined;
  const wished = settings.demo || !guarded;
  if (kind === "foreign") {
    if (settings.demo) throw refused("demo.foreign", foreign);
    return "none";
  }
  if (kind === "empty") return wished ? "fill" : "none";
  if (!wished) throw refused("demo.unasked", unasked);
  if (kind === "ours") return "use";
  // The rest of a filling that was cut off: only our own embedded database is thrown away without asking.
  if (settings.databaseUrl === undefined) return "refill";
  throw refused("demo.unfinished", unfinished);
}

function refused(id: string, message: typeof foreign): Refusal {
  return new Refusal([problem(id, message)]);
}

const foreign = localized(
  "Deze databank bevat gegevens die niet door de demonstratie gemaakt zijn. --demo vult alleen een lege databank. Laat --demo weg of kies een lege databank.",
  "This database holds records that the demonstration did not make. --demo fills an empty database only. Leave --demo out or choose an empty database.",
  "Cette base contient des données que la démonstration n'a pas créées. --demo ne remplit qu'une base vide. Omettez --demo ou choisissez une base vide.",
);
const unasked = localized(
  "Deze databank bevat synthetische gegevens. Start met --demo om ze te gebruiken, of kies een andere databank.",
  "This database holds synthetic records. Start with --demo to use them, or choose another database.",
  "Cette base contient des données synthétiques. Démarrez avec --demo pour les utiliser, ou choisissez une autre base.",
);
const unfinished = localized(
  "Het vullen van deze databank werd onderbroken. Maak de databank leeg of kies een andere, en start opnieuw met --demo.",
  "Filling this database was interrupted. Empty the database or choose another, and start again with --demo.",
  "Le remplissage de cette base a été interrompu. Videz la base ou choisissez-en une autre, et redémarrez avec --demo.",
);
