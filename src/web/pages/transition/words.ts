// Plain Dutch for what imports and older rights can be; internal counters speak Dutch only.
import type { EndingState, ImportStage, RowOutcome } from "../../../counter/index.ts";
import type { TransitionMeasure } from "../../../dossier/index.ts";

export const TITLE = "Oude maatregelen";

export const STAGE: Readonly<Record<ImportStage, string>> = {
  CHECKED: "Nagekeken, nog niet getekend",
  SIGNED: "Eén handtekening, nog één nodig",
  APPROVED: "Twee handtekeningen, wordt opgenomen",
  TAKEN: "Opgenomen",
  CANCELLED: "Ingetrokken",
};

export const OUTCOME: Readonly<Record<RowOutcome, string>> = {
  TAKE: "Op te nemen",
  KNOWN: "Al gekend",
  PARKED: "Geparkeerd",
  DROPPED: "Laten vallen",
  CORRECTED: "Verbeterd, wacht op tweede persoon",
  ADDED: "Nadien opgenomen",
};

export const MEASURE: Readonly<Record<TransitionMeasure, string>> = {
  VOP: "VOP",
  TVOP: "Tijdelijke VOP",
  SINE_REGULAR: "SINE, gewone werkgever",
  SINE_MWB_INSIDE: "SINE, maatwerkbedrijf binnen contingent",
  SINE_MWB_OUTSIDE: "SINE, maatwerkbedrijf buiten contingent",
  LDE_INDIVIDUAL: "LDE, keuze individueel",
  LDE_COLLECTIVE: "LDE, keuze collectief",
  MWA: "Maatwerkafdeling",
  ALD: "Subsidie lokaal bestuur (ALD)",
};

export const measureName = (measure: string): string =>
  (MEASURE as Readonly<Record<string, string>>)[measure] ?? (measure === "" ? "(leeg)" : measure);

export const WORK: Readonly<Record<EndingState, string>> = {
  LATE: "Te laat: voorbij zonder toekenning",
  URGENT: "Nog niets aangevraagd",
  FILED: "Aanvraag wacht op beslissing",
  CROSSED: "Toekenning volgt",
  LATER: "Nog niet aan de orde",
};

/** Ids of reasons in a few words, for lists; the line itself gives the whole sentence. */
const REASON: Readonly<Record<string, string>> = {
  "import.repeated": "Zelfde lijn staat er twee keer",
  "import.numberTwice": "Zelfde nummer, andere gegevens",
  "import.insz.check": "Rijksregisternummer: controlegetal klopt niet",
  "import.insz.length": "Rijksregisternummer: verkeerde lengte",
  "import.insz.characters": "Rijksregisternummer: vreemd teken",
  "import.insz.birthDate": "Rijksregisternummer: geen geboortedatum",
  "import.kbo.check": "Ondernemingsnummer: controlegetal klopt niet",
  "import.kbo.length": "Ondernemingsnummer: verkeerde lengte",
  "import.kbo.characters": "Ondernemingsnummer: vreemd teken",
  "import.firmUnknown": "Onbekende onderneming",
  "import.firmRegister": "Ondernemingsregister antwoordt niet",
  "import.personUnknown": "Onbekende persoon zonder woonplaats",
  "import.overlap": "Twee rechten voor dezelfde relatie en periode",
  "import.overlapRecorded": "Loopt samen met een opgenomen recht",
  "import.contradicts": "Al opgenomen, met andere gegevens",
  "import.besideGrant": "Loopt samen met een toekenning",
  "subsidy.noRoom": "Past niet in het totaal dat de lokale besturen delen",
  "subsidy.over": "Begonnen na het einde van de werkingssubsidie",
  "law.TRANS-50": "Meer dan het totaal van alle lokale besturen",
  "import.missing": "Leeg veld",
  "import.unreadable": "Niet te lezen veld",
  "import.superfluous": "Veld hoort niet bij de maatregel",
  "import.numberIsInsz": "Nummer is een rijksregisternummer",
  "import.sineEnd": "SINE loopt te lang",
  "oldRight.endBeforeStart": "Einde voor het begin",
  "oldRight.newEntry": "Begonnen na de laatste dag van instroom",
  "oldRight.schedule": "Schema niet in volgorde",
  "oldRight.scheduleNotOfLaw": "Percentage buiten het schema",
  "oldRight.scheduleMissing": "Schema ontbreekt",
  "oldRight.person": "Persoon ontbreekt",
};

export const reasonName = (id: string): string => REASON[id] ?? id;
