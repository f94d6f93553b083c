// Why a file of older rights or one of its lines is not taken, and what mends it.
import type { Reason } from "../../dossier/index.ts";
import { type Localized, localized } from "../../kernel/index.ts";
import type { Column } from "./layout.ts";

function because(
  id: string,
  field: string,
  message: Localized,
  remedy: Localized,
  more: { readonly rule?: string; readonly expected?: string } = {},
): Reason {
  const { rule = "", expected } = more;
  return { id: `import.${id}`, rule, field, message, remedy, ...(expected === undefined ? {} : { expected }) };
}

const inSource = localized("Verbeter het in de bron", "Correct it in the source", "Corrigez-le dans la source");
const useTemplate = localized("Gebruik het sjabloon", "Use the template", "Utilisez le modèle");

// --- The file as a whole ---

export const notReadable = (): Reason =>
  because(
    "form",
    "file",
    localized(
      "Dit bestand is geen CSV en geen XLSX",
      "This file is neither CSV nor XLSX",
      "Ce fichier n’est ni un CSV ni un XLSX",
    ),
    useTemplate,
  );
export const wrongColumns = (unknown: readonly string[], missing: readonly string[]): Reason => {
  const shown = unknown.map((name) => name.slice(0, 40)).join(", ");
  return because(
    "columns",
    "file",
    localized(
      `De kolommen kloppen niet. Onbekend: ${shown || "geen"}. Ontbreekt: ${missing.join(", ") || "geen"}`,
      `The columns are wrong. Unknown: ${shown || "none"}. Missing: ${missing.join(", ") || "none"}`,
      `Les colonnes sont incorrectes. Inconnues : ${shown || "aucune"}. Manquantes : ${missing.join(", ") || "aucune"}`,
    ),
    useTemplate,
  );
};
export const noRows = (): Reason =>
  because(
    "empty",
    "file",
    localized("Er staan geen rechten in dit bestand", "There are no rights in this file", "Ce fichier ne contient pas de droits"),
    useTemplate,
  );
export const tooLarge = (): Reason =>
  because(
    "size",
    "file",
    localized("Het bestand is te groot", "The file is too large", "Le fichier est trop volumineux"),
    localized("Splits het per maatregel", "Split it by measure", "Divisez-le par mesure"),
  );
export const badList = (): Reason =>
  because(
    "list",
    "list",
    localized(
      "De naam van de bronlijst heeft 3 tot 40 kleine letters, cijfers en streepjes, bijvoorbeeld vop-2023-06",
      "The name of the source list has 3 to 40 small letters, digits and dashes, for example vop-2023-06",
      "Le nom de la liste source compte 3 à 40 minuscules, chiffres et tirets, par exemple vop-2023-06",
    ),
    localized("Geef de lijst zo’n naam", "Give the list such a name", "Donnez un tel nom à la liste"),
  );

// --- Control totals ---

export const noControl = (measure: string): Reason =>
  because(
    "control.missing",
    "regel",
    localized(
      `Er is geen controletotaal voor ${measure}`,
      `There is no control total for ${measure}`,
      `Il n’y a pas de total de contrôle pour ${measure}`,
    ),
    localized(
      "Voeg een lijn T toe met het aantal en de sommen van de bron",
      "Add a line T with the count and sums of the source",
      "Ajoutez une ligne T avec le nombre et les sommes de la source",
    ),
  );
export const controlTwice = (measure: string): Reason =>
  because(
    "control.twice",
    "regel",
    localized(
      `Er zijn twee controletotalen voor ${measure}`,
      `There are two control totals for ${measure}`,
      `Il y a deux totaux de contrôle pour ${measure}`,
    ),
    localized("Laat er één staan", "Keep one", "N’en gardez qu’un"),
  );
export const controlDiffers = (measure: string, what: Localized, control: string, found: string): Reason =>
  because(
    "control.differs",
    "regel",
    localized(
      `${measure}: het controletotaal voor ${what.nl} is ${control}, in de lijnen staat ${found}`,
      `${measure}: the control total for ${what.en} is ${control}, the lines hold ${found}`,
      `${measure} : le total de contrôle pour ${what.fr} est ${control}, les lignes donnent ${found}`,
    ),
    localized(
      "Het bestand is niet volledig of werd veranderd: vraag het opnieuw aan de bron",
      "The file is not complete or was changed: ask the source for it again",
      "Le fichier est incomplet ou a été modifié : redemandez-le à la source",
    ),
    { expected: control },
  );
export const controlUnreadable = (line: number): Reason =>
  because(
    "control.unreadable",
    "regel",
    localized(
      `Lijn ${line}: het controletotaal is niet te lezen`,
      `Line ${line}: the control total cannot be read`,
      `Ligne ${line} : le total de contrôle est illisible`,
    ),
    useTemplate,
  );

// --- One line ---

export const missing = (column: Column): Reason =>
  because(
    "missing",
    column,
    localized(`“${column}” is leeg`, `“${column}” is empty`, `« ${column} » est vide`),
    localized("Vul het in", "Fill it in", "Complétez-le"),
  );
export const unreadable = (column: Column, expected: string): Reason =>
  because(
    "unreadable",
    column,
    localized(`“${column}” is niet te lezen`, `“${column}” cannot be read`, `« ${column} » est illisible`),
    localized(`Schrijf het als ${expected}`, `Write it as ${expected}`, `Écrivez ${expected}`),
    { expected },
  );
export const superfluous = (column: Column): Reason =>
  because(
    "superfluous",
    column,
    localized(
      `“${column}” hoort niet bij deze maatregel`,
      `“${column}” does not belong to this measure`,
      `« ${column} » n’appartient pas à cette mesure`,
    ),
    localized("Maak het leeg", "Leave it empty", "Laissez-le vide"),
  );
export const numberInNumber = (): Reason =>
  because(
    "numberIsInsz",
    "nummer",
    localized(
      "“nummer” is een rijksregisternummer",
      "“nummer” is a national number",
      "« nummer » est un numéro de registre national",
    ),
    localized("Gebruik een eigen nummer", "Use a number of your own", "Utilisez un numéro propre"),
  );
export const repeated = (line: number): Reason =>
  because(
    "repeated",
    "nummer",
    localized(
      `Hetzelfde recht staat al op lijn ${line}`,
      `The same right stands on line ${line} already`,
      `Le même droit figure déjà à la ligne ${line}`,
    ),
    localized("Laat één van beide vallen", "Drop one of the two", "Abandonnez l’un des deux"),
  );
export const numberTwice = (line: number): Reason =>
  because(
    "numberTwice",
    "nummer",
    localized(
      `Lijn ${line} heeft hetzelfde nummer met andere gegevens`,
      `Line ${line} has the same number with other data`,
      `La ligne ${line} porte le même numéro avec d’autres données`,
    ),
    inSource,
  );
export const overlapInFile = (line: number): Reason =>
  because(
    "overlap",
    "begin",
    localized(
      `Voor dezelfde persoon en werkgever loopt ook het recht van lijn ${line}`,
      `For the same person and employer the right of line ${line} runs too`,
      `Pour la même personne et le même employeur, le droit de la ligne ${line} court également`,
    ),
    localized(
      "Kijk na welk recht juist is en laat het andere vallen",
      "Find out which right is true and drop the other",
      "Vérifiez quel droit est exact et abandonnez l’autre",
    ),
    { rule: "TRANS-03" },
  );
export const overlapRecorded = (measure: string, from: string): Reason =>
  because(
    "overlapRecorded",
    "begin",
    localized(
      `Voor dezelfde persoon en werkgever is al een recht ${measure} opgenomen, vanaf ${from}`,
      `For the same person and employer a right ${measure} from ${from} is recorded already`,
      `Pour la même personne et le même employeur, un droit ${measure} dès ${from} est déjà enregistré`,
    ),
    localized("Kijk na welk recht juist is", "Find out which right is true", "Vérifiez quel droit est exact"),
    { rule: "TRANS-03" },
  );
/** @param list - the source list of the right that is recorded */
export const contradicts = (column: Column, list: string): Reason =>
  because(
    "contradicts",
    column,
    localized(
      `Dit recht is al opgenomen uit de lijst ${list}, met een andere waarde in ${column}`,
      `This right is recorded already from list ${list}, with another value in ${column}`,
      `Ce droit est déjà enregistré depuis la liste ${list}, avec une autre valeur dans ${column}`,
    ),
    localized(
      "Vraag de twee bronnen welke waarde juist is. Klopt het opgenomen recht, laat deze lijn dan weg",
      "Ask both sources which value is true. Leave this line out when the recorded right is true",
      "Demandez aux deux sources quelle valeur est exacte. Si le droit enregistré est exact, écartez cette ligne",
    ),
    { rule: "TRANS-03" },
  );
export const besideGrant = (from: string): Reason =>
  because(
    "besideGrant",
    "einde",
    localized(
      `Dezelfde persoon en werkgever hebben een toekenning vanaf ${from}: een kwartaal wordt door één maatregel betaald`,
      `The same person and employer have a grant from ${from}: a quarter is paid by one measure`,
      `La même personne et le même employeur ont un octroi dès ${from} : un trimestre est payé par une seule mesure`,
    ),
    localized(
      "Kijk na wanneer het oude recht eindigde: ten laatste de dag voor de toekenning",
      "Find out when the older right ended: at the latest the day before the grant",
      "Vérifiez quand l’ancien droit a pris fin : au plus tard la veille de l’octroi",
    ),
    { rule: "TRANS-05" },
  );
export const firmUnknown = (): Reason =>
  because(
    "firmUnknown",
    "kbo",
    localized(
      "Deze onderneming staat niet in het ondernemingsregister en niet in de dossiers",
      "This enterprise is neither in the company register nor in the files",
      "Cette entreprise ne figure ni au registre ni dans les dossiers",
    ),
    localized(
      "Kijk het nummer na, of vraag de opvolger van de onderneming",
      "Check the number, or ask for the firm’s successor",
      "Vérifiez le numéro ou demandez le successeur de l’entreprise",
    ),
  );
export const firmRegisterDown = (): Reason =>
  because(
    "firmRegister",
    "kbo",
    localized(
      "Het ondernemingsregister antwoordt niet, en de onderneming staat niet in de dossiers",
      "The company register does not answer, and the enterprise is not in the files",
      "Le registre des entreprises ne répond pas, et l’entreprise ne figure pas dans les dossiers",
    ),
    localized("Kijk het bestand later opnieuw na", "Check the file again later", "Revérifiez le fichier plus tard"),
  );
export const personUnknown = (): Reason =>
  because(
    "personUnknown",
    "gemeente",
    localized(
      "Deze persoon staat nog niet in de dossiers, en de woonplaats ontbreekt",
      "This person is not in the files yet, and the residence is missing",
      "Cette personne ne figure pas encore dans les dossiers, et la résidence manque",
    ),
    localized(
      "Vul naam, voornaam en de NIS-code van de gemeente in",
      "Fill in name, first name and the NIS code of the municipality",
      "Complétez le nom, le prénom et le code INS de la commune",
    ),
  );
export const sinePast = (last: string): Reason =>
  because(
    "sineEnd",
    "einde",
    localized(
      `SINE loopt hoogstens tot ${last}`,
      `SINE runs until ${last} at the latest`,
      `SINE court au plus tard jusqu’au ${last}`,
    ),
    inSource,
    { rule: "TRANS-20", expected: `<= ${last}` },
  );

// --- The import and its steps ---

export const importUnknown = (): Reason =>
  because(
    "unknown",
    "import",
    localized("Deze import bestaat niet", "This import does not exist", "Cette importation n’existe pas"),
    localized("Kies een import uit de lijst", "Choose an import of the list", "Choisissez une importation de la liste"),
  );
export const rowUnknown = (): Reason =>
  because(
    "rowUnknown",
    "row",
    localized("Deze lijn is niet geparkeerd", "This line is not parked", "Cette ligne n’est pas en attente"),
    localized("Kies een lijn uit de lijst", "Choose a line of the list", "Choisissez une ligne de la liste"),
  );
export const notInStage = (stage: string): Reason =>
  because(
    "stage",
    "import",
    localized(
      `Dat kan nu niet: de import staat op “${stage}”`,
      `That is not possible now: the import is at “${stage}”`,
      `Impossible maintenant : l’importation est à « ${stage} »`,
    ),
    localized("Laad de pagina opnieuw", "Load the page again", "Rechargez la page"),
  );
export const controlsFail = (): Reason =>
  because(
    "controlsFail",
    "import",
    localized(
      "De controletotalen kloppen niet: dit bestand kan niet getekend worden",
      "The control totals do not match: this file cannot be signed",
      "Les totaux de contrôle ne concordent pas : ce fichier ne peut être signé",
    ),
    localized("Laad het juiste bestand op", "Upload the right file", "Chargez le bon fichier"),
  );
export const samePerson = (): Reason =>
  because(
    "samePerson",
    "actor",
    localized(
      "U tekende of verbeterde dit zelf al: een andere persoon moet tekenen",
      "You signed or corrected this yourself already: another person must sign",
      "Vous avez déjà signé ou corrigé vous-même : une autre personne doit signer",
    ),
    localized("Vraag een collega", "Ask a colleague", "Demandez à un collègue"),
  );
export const sheetMoved = (): Reason =>
  because(
    "sheetMoved",
    "import",
    localized(
      "Het controleblad is veranderd sinds u het zag of sinds er getekend werd: die handtekening telt niet",
      "The proof sheet changed since you saw it or since it was signed: that signature does not count",
      "La feuille de contrôle a changé depuis que vous l’avez vue ou depuis sa signature : cette signature ne compte pas",
    ),
    localized(
      "Lees het nieuwe controleblad en teken het als het klopt",
      "Read the new proof sheet and sign it when it is right",
      "Lisez la nouvelle feuille de contrôle et signez-la si elle est exacte",
    ),
  );
export const reasonWanted = (): Reason =>
  because(
    "reasonWanted",
    "reason",
    localized("Schrijf waarom", "Write why", "Indiquez pourquoi"),
    localized("Eén zin volstaat", "One sentence is enough", "Une phrase suffit"),
  );
