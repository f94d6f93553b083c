// Every id, source and open point that a law file cites must exist: these checks run once all files are read.
import type { LawSwitch } from "../model.ts";
import type { Source } from "../register.ts";
import type { ErrorList } from "./error-list.ts";
import type { LawSource, Place } from "./law-source.ts";

/** What may be cited. */
export interface Citable {
  readonly ids: ReadonlySet<string>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly switches: ReadonlyMap<string, LawSwitch>;
}

/** A citation met while reading, to be checked when everything citable is known. */
export interface Citation {
  readonly source: LawSource;
  readonly place: Place;
  readonly kind: "id" | "source" | "openPoint" | "option";
  readonly cited: string;
  /** The open point of a cited option. */
  readonly openPoint?: string;
}

/** Gathers citations in reading order. */
export class Citations {
  readonly all: Citation[] = [];

  cite(source: LawSource, place: Place, kind: "id" | "source" | "openPoint", words: readonly string[]): void {
    for (const cited of words) this.all.push({ source, place, kind, cited });
  }

  citeOption(source: LawSource, place: Place, openPoint: string, option: string): void {
    this.all.push({ source, place, kind: "option", cited: option, openPoint });
  }

  check(citable: Citable, errors: ErrorList): void {
    for (const citation of this.all) checkOne(citation, citable, errors);
  }
}

function checkOne(citation: Citation, citable: Citable, errors: ErrorList): void {
  const { source, place, kind, cited } = citation;
  if (kind === "id" && !citable.ids.has(cited)) {
    errors.add(source, place, "id.unknown", {
      nl: `Het regelboek kent het nummer ${cited} niet. Kijk het nummer na.`,
      en: `The rulebook does not know the id ${cited}. Check the id.`,
      fr: `Le recueil de règles ne connaît pas le numéro ${cited}. Vérifiez le numéro.`,
    });
  }
  if (kind === "source" && !citable.sources.has(cited)) {
    errors.add(source, place, "source.unknown", {
      nl: `De bron ${cited} staat niet in sources.yaml. Voeg ze daar toe of verbeter de sleutel.`,
      en: `The source ${cited} is not in sources.yaml. Add it there or correct the key.`,
      fr: `La source ${cited} ne figure pas dans sources.yaml. Ajoutez-la ou corrigez la clé.`,
    });
  }
  if (kind === "openPoint" && !citable.switches.has(cited)) {
    errors.add(source, place, "openPoint.unknown", {
      nl: `Er is geen open punt ${cited} in de map switches. Maak het daar of verbeter het nummer.`,
      en: `There is no open point ${cited} in the switches folder. Make it there or correct the id.`,
      fr: `Il n'y a pas de point ouvert ${cited} dans le dossier switches. Créez-le ou corrigez le numéro.`,
    });
  }
  if (kind === "option") checkOption(citation, citable, errors);
}

function checkOption(citation: Citation, citable: Citable, errors: ErrorList): void {
  const { source, place, cited, openPoint = "" } = citation;
  const point = citable.switches.get(openPoint);
  if (!point) return; // the unknown open point has its own error
  const option = point.options.find((one) => one.value === cited);
  const options = point.options.map((one) => one.value).join(", ");
  if (!option) {
    errors.add(source, place, "option.unknown", {
      nl: `${openPoint} heeft geen lezing "${cited}". De lezingen zijn: ${options}.`,
      en: `${openPoint} has no reading "${cited}". The readings are: ${options}.`,
      fr: `${openPoint} n'a pas de lecture « ${cited} ». Les lectures sont : ${options}.`,
    });
  } else if (!option.computable) {
    errors.add(source, place, "option.notComputable", {
      nl: `De lezing "${cited}" van ${openPoint} geldt als niet te berekenen, maar krijgt hier een waarde. Zet computable op true of schrap de waarde.`,
      en: `The reading "${cited}" of ${openPoint} is marked as not computable, but gets a value here. Set computable to true or remove the value.`,
      fr: `La lecture « ${cited} » de ${openPoint} est marquée comme non calculable, mais reçoit une valeur ici. Mettez computable à true ou supprimez la valeur.`,
    });
  } else if (point.default === cited) {
    errors.add(source, place, "option.isDefault", {
      nl: `"${cited}" is de standaardlezing van ${openPoint}: haar waarde staat al in de rij zelf. Schrap het alternatief.`,
      en: `"${cited}" is the default reading of ${openPoint}: its value is already in the row itself. Remove the alternative.`,
      fr: `« ${cited} » est la lecture par défaut de ${openPoint} : sa valeur figure déjà dans la ligne. Supprimez l'alternative.`,
    });
  }
}
