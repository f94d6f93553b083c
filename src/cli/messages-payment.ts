// What the commands of payment say at the terminal, in three languages.
import { type Language, type Localized, localized } from "../kernel/index.ts";
import type { BankFileReport, CauseKind, Component, DryRun, ParkReason, RunStage, WaitReason } from "../payment/index.ts";

interface DeclarationWords {
  readonly progress: (read: number) => string;
  readonly before: (at: string) => string;
  readonly counts: (read: number, taken: number, known: number, rejected: number) => string;
  readonly outOfOrder: (count: number) => string;
  readonly apart: (count: number, why: string) => string;
  readonly noIntake: string;
  readonly nothing: string;
}

const declarations: Readonly<Record<Language, DeclarationWords>> = {
  nl: {
    progress: (read) => `${read} gelezen`,
    before: (at) => `Dit bestand is al ingelezen op ${at}. Er is niets veranderd. Het verslag van toen:`,
    counts: (read, taken, known, rejected) => `${read} gelezen, ${taken} opgenomen, ${known} al gekend, ${rejected} geweigerd`,
    outOfOrder: (count) => `${count} kwamen na een latere versie; de latere versie telt`,
    apart: (count, why) => `${count} apart gehouden: ${why}`,
    noIntake: "Dit bestand is niet gekend. Zie `maatwerk declarations list`.",
    nothing: "Geen enkel wachtend attest kon opgenomen worden.",
  },
  en: {
    progress: (read) => `${read} read`,
    before: (at) => `This file was taken in on ${at}. Nothing was changed. The report of then:`,
    counts: (read, taken, known, rejected) => `${read} read, ${taken} taken in, ${known} known already, ${rejected} refused`,
    outOfOrder: (count) => `${count} came after a later version; the later version counts`,
    apart: (count, why) => `${count} kept apart: ${why}`,
    noIntake: "This file is not known. See `maatwerk declarations list`.",
    nothing: "None of the waiting attests could be taken in.",
  },
  fr: {
    progress: (read) => `${read} lues`,
    before: (at) => `Ce fichier a été repris le ${at}. Rien n'a changé. Le rapport d'alors :`,
    counts: (read, taken, known, rejected) => `${read} lues, ${taken} reprises, ${known} déjà connues, ${rejected} refusées`,
    outOfOrder: (count) => `${count} venues après une version ultérieure ; la version ultérieure compte`,
    apart: (count, why) => `${count} mises à part : ${why}`,
    noIntake: "Ce fichier n'est pas connu. Voyez `maatwerk declarations list`.",
    nothing: "Aucune attestation en attente n'a pu être reprise.",
  },
};

export function declarationWords(language: Language): DeclarationWords {
  return declarations[language];
}

export const parkWords: Readonly<Record<ParkReason, Localized>> = {
  UNKNOWN_WORKER: localized("werknemer niet gekend", "worker not known", "travailleur inconnu"),
  UNKNOWN_EMPLOYER: localized("werkgever niet gekend", "employer not known", "employeur inconnu"),
  UNKNOWN_RELATION: localized(
    "geen toekenning voor deze werknemer bij deze werkgever",
    "no grant for this worker with this employer",
    "aucun octroi pour ce travailleur chez cet employeur",
  ),
  CONTRADICTS: localized(
    "zelfde nummer en versie met een andere inhoud",
    "same number and version with another content",
    "même numéro et version avec un autre contenu",
  ),
  OTHER_RELATION: localized(
    "nummer van een andere werknemer, werkgever of ander kwartaal",
    "number of another worker, employer or quarter",
    "numéro d'un autre travailleur, employeur ou trimestre",
  ),
  NEGATIVE_WAGE: localized("loon onder nul", "wage below zero", "salaire négatif"),
  NO_FRACTION: localized("geen uren in het contract", "no hours in the contract", "aucune heure au contrat"),
  NOT_ASSOCIATION: localized(
    "loonfiche, maar het contract is geen verenigingswerk",
    "payslip, but the contract is no association work",
    "fiche de paie, mais le contrat n'est pas du travail associatif",
  ),
};

interface RunWords {
  readonly none: string;
  readonly calculating: string;
  readonly booking: string;
  readonly frozen: (at: string) => string;
  readonly corrections: (from: string) => string;
  readonly withheld: (count: number) => string;
  readonly far: (done: number, of: number) => string;
  readonly compared: (grants: number, cents: string, grantsBefore: number, centsBefore: string) => string;
  readonly foreseen: (cents: string) => string;
  readonly counts: Readonly<Record<keyof DryRun["counts"], string>>;
  readonly outlier: (grant: string, component: string, before: string, now: string) => string;
  readonly why: (grant: string, reasons: string) => string;
  readonly asked: (count: number, at: string) => string;
  readonly notAsked: string;
  readonly activity: (grant: string, seen: string) => string;
  readonly nothingMoved: string;
  readonly moved: string;
}

const runs: Readonly<Record<Language, RunWords>> = {
  nl: {
    none: "Er is nog geen run.",
    calculating: "Berekenen",
    booking: "Boeken",
    frozen: (at) => `bevroren op ${at}`,
    corrections: (from) => `met correcties vanaf ${from}`,
    withheld: (count) => `${count} toekenningen zonder bedrag: bekijk ze (maatwerk run report)`,
    far: (done, of) => `bezig: deel ${done} van ${of}`,
    compared: (grants, cents, grantsBefore, centsBefore) =>
      `${grants} toekenningen, ${cents}; kwartaal ervoor ${grantsBefore}, ${centsBefore}`,
    foreseen: (cents) => `voorzien: ${cents}`,
    counts: {
      undeclared: "zonder aangifte",
      several: "meer dan één aangifte",
      withheld: "zonder bedrag",
      signalled: "zelfstandige volgens het register gestopt, onbekend of met signaal van insolventie",
      unchecked: "zelfstandige niet nagekeken bij het register",
      first: "eerste kwartaal",
      last: "laatste kwartaal",
      endingSoon: "eindigt binnenkort",
    },
    outlier: (grant, component, before, now) => `uitschieter ${grant} ${component}: ${before} werd ${now}`,
    why: (grant, reasons) => `zonder bedrag ${grant}: ${reasons}`,
    asked: (count, at) => `ondernemingsregister: ${count} zelfstandigen nagevraagd op ${at}`,
    notAsked: "ondernemingsregister: voor deze run is niets nagevraagd",
    activity: (grant, seen) => `zelfstandige ${grant}: ${seen}`,
    nothingMoved: "Elk betaald kwartaal is berekend met de wet en de gegevens zoals ze nu zijn.",
    moved: "Veranderd nadat de kwartalen betaald zijn:",
  },
  en: {
    none: "There is no run yet.",
    calculating: "Calculating",
    booking: "Booking",
    frozen: (at) => `frozen at ${at}`,
    corrections: (from) => `with corrections from ${from}`,
    withheld: (count) => `${count} grants without an amount: look at them (maatwerk run report)`,
    far: (done, of) => `under way: part ${done} of ${of}`,
    compared: (grants, cents, grantsBefore, centsBefore) =>
      `${grants} grants, ${cents}; quarter before ${grantsBefore}, ${centsBefore}`,
    foreseen: (cents) => `foreseen: ${cents}`,
    counts: {
      undeclared: "without declaration",
      several: "more than one declaration",
      withheld: "without amount",
      signalled: "self-employed, by the register stopped, unknown or with a signal of insolvency",
      unchecked: "self-employed, not checked with the register",
      first: "first quarter",
      last: "last quarter",
      endingSoon: "ends soon",
    },
    outlier: (grant, component, before, now) => `outlier ${grant} ${component}: ${before} became ${now}`,
    why: (grant, reasons) => `without amount ${grant}: ${reasons}`,
    asked: (count, at) => `company register: ${count} self-employed persons asked about on ${at}`,
    notAsked: "company register: nothing was asked for this run",
    activity: (grant, seen) => `self-employed ${grant}: ${seen}`,
    nothingMoved: "Every paid quarter was calculated with the law and the facts as they are now.",
    moved: "Changed after the quarters were paid:",
  },
  fr: {
    none: "Il n'y a pas encore de calcul.",
    calculating: "Calcul",
    booking: "Comptabilisation",
    frozen: (at) => `figé le ${at}`,
    corrections: (from) => `avec corrections à partir du ${from}`,
    withheld: (count) => `${count} octrois sans montant : examinez-les (maatwerk run report)`,
    far: (done, of) => `en cours : partie ${done} sur ${of}`,
    compared: (grants, cents, grantsBefore, centsBefore) =>
      `${grants} octrois, ${cents} ; trimestre précédent ${grantsBefore}, ${centsBefore}`,
    foreseen: (cents) => `prévu : ${cents}`,
    counts: {
      undeclared: "sans déclaration",
      several: "plus d'une déclaration",
      withheld: "sans montant",
      signalled: "indépendant arrêté, inconnu ou avec un signal d'insolvabilité selon le registre",
      unchecked: "indépendant non vérifié auprès du registre",
      first: "premier trimestre",
      last: "dernier trimestre",
      endingSoon: "se termine bientôt",
    },
    outlier: (grant, component, before, now) => `écart ${grant} ${component} : ${before} devient ${now}`,
    why: (grant, reasons) => `sans montant ${grant} : ${reasons}`,
    asked: (count, at) => `registre des entreprises : ${count} indépendants vérifiés le ${at}`,
    notAsked: "registre des entreprises : rien n'a été demandé pour ce calcul",
    activity: (grant, seen) => `indépendant ${grant} : ${seen}`,
    nothingMoved: "Chaque trimestre payé a été calculé avec la loi et les données actuelles.",
    moved: "Changé après le paiement des trimestres :",
  },
};

export function runWords(language: Language): RunWords {
  return runs[language];
}

export const stageWords: Readonly<Record<RunStage, Localized>> = {
  NONE: localized("geen", "none", "aucun"),
  STARTED: localized("gestart", "started", "lancé"),
  CALCULATED: localized("berekend", "calculated", "calculé"),
  APPROVED: localized("goedgekeurd", "approved", "approuvé"),
  BOOKED: localized("geboekt", "booked", "comptabilisé"),
  REJECTED: localized("verworpen", "rejected", "rejeté"),
  CANCELLED: localized("afgebroken", "cancelled", "annulé"),
};

const components: Readonly<Record<string, Localized>> = {
  WAGE: localized("loonpremie", "wage premium", "prime salariale"),
  GUIDANCE: localized("begeleidingspremie", "guidance premium", "prime d'accompagnement"),
  SUPPORT: localized("ondersteuningspremie", "support premium", "prime de soutien"),
};

export function componentWords(component: Component): Localized {
  return components[component] ?? localized(component, component, component);
}

interface LedgerWords {
  readonly noLine: (lines: string) => string;
  readonly replayed: (due: string, earlier: string, cents: string) => string;
  readonly agrees: string;
  readonly differs: string;
  readonly lawGone: string;
  readonly progress: (lines: number, quarter: string) => string;
  readonly balance: (checks: number, wrong: number) => string;
  readonly verified: (lines: number, quarters: number, flawed: number, seconds: string) => string;
}

const ledger: Readonly<Record<Language, LedgerWords>> = {
  nl: {
    noLine: (lines) => `Die lijn is er niet. Lijnen van die toekenning in dat kwartaal: ${lines || "geen"}.`,
    replayed: (due, earlier, cents) => `opnieuw berekend: verschuldigd ${due}, eerder geboekt ${earlier}, dus ${cents}`,
    agrees: "De herberekening geeft dezelfde centen.",
    differs: "De herberekening geeft ANDERE centen.",
    lawGone: "De regels of waarden van deze lijn zijn niet meer te vinden.",
    progress: (lines, quarter) => `${lines} lijnen nagerekend (${quarter})`,
    balance: (checks, wrong) => `${checks} controles; ${wrong} sommen verschillen`,
    verified: (lines, quarters, flawed, seconds) =>
      `${lines} lijnen van ${quarters} kwartalen nagerekend in ${seconds} s; ${flawed} kloppen niet`,
  },
  en: {
    noLine: (lines) => `There is no such line. Lines of that grant in that quarter: ${lines || "none"}.`,
    replayed: (due, earlier, cents) => `recomputed: due ${due}, booked earlier ${earlier}, so ${cents}`,
    agrees: "The recomputation gives the same cents.",
    differs: "The recomputation gives OTHER cents.",
    lawGone: "The rules or values of this line cannot be found any more.",
    progress: (lines, quarter) => `${lines} lines replayed (${quarter})`,
    balance: (checks, wrong) => `${checks} checks; ${wrong} sums differ`,
    verified: (lines, quarters, flawed, seconds) =>
      `${lines} lines of ${quarters} quarters replayed in ${seconds} s; ${flawed} do not agree`,
  },
  fr: {
    noLine: (lines) => `Cette ligne n'existe pas. Lignes de cet octroi dans ce trimestre : ${lines || "aucune"}.`,
    replayed: (due, earlier, cents) => `recalculé : dû ${due}, comptabilisé avant ${earlier}, donc ${cents}`,
    agrees: "Le recalcul donne les mêmes centimes.",
    differs: "Le recalcul donne d'AUTRES centimes.",
    lawGone: "Les règles ou valeurs de cette ligne sont introuvables.",
    progress: (lines, quarter) => `${lines} lignes recalculées (${quarter})`,
    balance: (checks, wrong) => `${checks} contrôles ; ${wrong} sommes diffèrent`,
    verified: (lines, quarters, flawed, seconds) =>
      `${lines} lignes de ${quarters} trimestres recalculées en ${seconds} s ; ${flawed} ne correspondent pas`,
  },
};

export function ledgerWords(language: Language): LedgerWords {
  return ledger[language];
}

export const causeWords: Readonly<Record<CauseKind, Localized>> = {
  DECLARED: localized("aangegeven", "declared", "déclaré"),
  CANCELLED: localized("aangifte geannuleerd", "declaration cancelled", "déclaration annulée"),
  GRANTED: localized("toegekend", "granted", "octroyé"),
  NOT_GRANTED: localized("niet (meer) toegekend", "not granted (any more)", "pas (ou plus) octroyé"),
  DECLARATION: localized("aangifte gewijzigd:", "declaration changed:", "déclaration modifiée :"),
  GRANT: localized("toekenning gewijzigd:", "grant changed:", "octroi modifié :"),
  READING: localized("open punt anders gelezen:", "open point read otherwise:", "point ouvert lu autrement :"),
  PARAMETER: localized("waarde van de wet:", "value of the law:", "valeur de la loi :"),
  RULES: localized("regels van de wet", "rules of the law", "règles de la loi"),
};

interface BankWords {
  readonly batch: (payments: number, sum: string, on: string) => string;
  readonly before: string;
  readonly counts: Readonly<Record<Exclude<keyof BankFileReport, "kind">, string>>;
}

const bank: Readonly<Record<Language, BankWords>> = {
  nl: {
    batch: (payments, sum, on) => `${payments} betalingen, ${sum}, uit te voeren op ${on}`,
    before: "Dit bestand is al ingelezen. Er is niets veranderd. Het verslag van toen:",
    counts: {
      accepted: "aanvaard",
      rejected: "geweigerd door de bank",
      executed: "uitgevoerd",
      returned: "teruggekeerd",
      recovered: "teruggevorderd geld ontvangen",
      unmatched: "niet geplaatst",
      known: "al gekend",
    },
  },
  en: {
    batch: (payments, sum, on) => `${payments} payments, ${sum}, to be executed on ${on}`,
    before: "This file was taken in already. Nothing was changed. The report of then:",
    counts: {
      accepted: "accepted",
      rejected: "rejected by the bank",
      executed: "executed",
      returned: "returned",
      recovered: "recovered money received",
      unmatched: "not placed",
      known: "known already",
    },
  },
  fr: {
    batch: (payments, sum, on) => `${payments} paiements, ${sum}, à exécuter le ${on}`,
    before: "Ce fichier a déjà été repris. Rien n'a changé. Le rapport d'alors :",
    counts: {
      accepted: "acceptés",
      rejected: "refusés par la banque",
      executed: "exécutés",
      returned: "revenus",
      recovered: "argent récupéré reçu",
      unmatched: "non attribués",
      known: "déjà connus",
    },
  },
};

export function bankWords(language: Language): BankWords {
  return bank[language];
}

export const waitWords: Readonly<Record<WaitReason, Localized>> = {
  NO_ACCOUNT: localized("geen rekening gekend", "no account known", "aucun compte connu"),
  NO_NAME: localized("geen naam gekend", "no name known", "aucun nom connu"),
  ACCOUNT_CHANGED: localized(
    "gewijzigde rekening: twee personen kijken ze na",
    "changed account: two persons check it",
    "compte modifié : deux personnes le contrôlent",
  ),
  ACCOUNT_FAILED: localized(
    "de bank gaf het geld terug: geef een andere rekening, of laat twee personen bevestigen",
    "the bank gave the money back: give another account, or let two persons confirm",
    "la banque a rendu l'argent : donnez un autre compte, ou faites confirmer par deux personnes",
  ),
};
