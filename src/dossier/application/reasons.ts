// Why an application cannot be filed, is refused, or needs a person's eye: each with its rule and what mends it.
import { formatDate, type PlainDate } from "../../kernel/index.ts";
import { type Reason, reason, say } from "../reason.ts";
import type { Applicant, Residence } from "../vocabulary.ts";
import type { Contract } from "./events.ts";

export const beforeScheme = (filedOn: PlainDate): Reason =>
  reason("application.beforeScheme", {
    rule: "PROC-01",
    field: "filedOn",
    message: say(
      `Op ${formatDate(filedOn, "nl")} was individueel maatwerk niet van kracht`,
      `On ${formatDate(filedOn, "en")} individual customised work was not in force`,
      `Le ${formatDate(filedOn, "fr")}, le travail adapté individuel n’était pas en vigueur`,
    ),
    remedy: say(
      "Dien in op een dag waarop de regeling geldt",
      "File on a day on which the scheme is in force",
      "Introduisez la demande un jour où le régime est en vigueur",
    ),
  });

export const beforeOnline = (from: PlainDate): Reason =>
  reason("application.beforeOnline", {
    rule: "OPEN-07",
    field: "filedOn",
    expected: `>= ${from}`,
    message: say(
      `Het loket is open vanaf ${formatDate(from, "nl")}`,
      `The counter is open from ${formatDate(from, "en")}`,
      `Le guichet est ouvert à partir du ${formatDate(from, "fr")}`,
    ),
    remedy: say("Dien in vanaf die dag", "File from that day on", "Introduisez la demande à partir de ce jour"),
  });

export const wrongPremiums = (rule: string, applicant: Applicant): Reason =>
  reason("application.premiums", {
    rule,
    field: "premiums",
    expected: applicant === "EMPLOYER" ? "WAGE, WAGE_AND_GUIDANCE" : "SUPPORT",
    message: say(
      "Deze premie kan deze aanvrager niet vragen",
      "This applicant cannot ask for this premium",
      "Ce demandeur ne peut pas demander cette prime",
    ),
    remedy:
      applicant === "EMPLOYER"
        ? say(
            "Kies de loonpremie, of de loonpremie met de begeleidingspremie",
            "Choose the wage premium, or the wage premium with the guidance premium",
            "Choisissez la prime salariale, ou la prime salariale avec la prime d’accompagnement",
          )
        : say("Kies de ondersteuningspremie", "Choose the support premium", "Choisissez la prime de soutien"),
  });

export const employerMissing = (): Reason =>
  reason("application.employer", {
    rule: "EMP-01",
    field: "employerRef",
    message: say("De werkgever ontbreekt", "The employer is missing", "L’employeur manque"),
    remedy: say("Kies de onderneming", "Choose the enterprise", "Choisissez l’entreprise"),
  });

export const notRegistered = (): Reason =>
  reason("application.notRegistered", {
    rule: "PROC-02",
    field: "employerRef",
    message: say(
      "Het ondernemingsnummer is niet geregistreerd voor individueel maatwerk; een registratie voor VOP telt niet",
      "The enterprise number is not registered for individual customised work; a VOP registration does not count",
      "Le numéro d’entreprise n’est pas enregistré pour le travail adapté individuel ; un enregistrement VOP ne compte pas",
    ),
    remedy: say(
      "Registreer de onderneming eenmalig voor deze maatregel",
      "Register the enterprise once for this measure",
      "Enregistrez l’entreprise une fois pour cette mesure",
    ),
  });

export const publicAuthority = (): Reason =>
  reason("employer.publicAuthority", {
    rule: "EMP-04",
    field: "employerRef",
    message: say(
      "Van de overheid komen alleen scholen en lokale besturen in aanmerking",
      "On the public side only schools and local governments qualify",
      "Du côté public, seules les écoles et les administrations locales entrent en ligne de compte",
    ),
    remedy: say(
      "Deze werkgever kan de premie niet krijgen",
      "This employer cannot get the premium",
      "Cet employeur ne peut pas obtenir la prime",
    ),
  });

export const publicEdgeCase = (legalForm: string): Reason =>
  reason("employer.publicEdgeCase", {
    rule: "OPEN-35",
    field: "employerRef",
    message: say(
      `De rechtsvorm ${legalForm} is een grensgeval aan de publieke kant`,
      `The legal form ${legalForm} is an edge case on the public side`,
      `La forme juridique ${legalForm} est un cas limite du côté public`,
    ),
    remedy: say(
      "Beoordeel of dit een lokaal bestuur is",
      "Judge whether this is a local government",
      "Jugez s’il s’agit d’une administration locale",
    ),
  });

export const inDifficulty = (): Reason =>
  reason("employer.inDifficulty", {
    rule: "EMP-06",
    field: "notInDifficulty",
    message: say(
      "Een onderneming in moeilijkheden is uitgesloten, en de verklaring ontbreekt",
      "An undertaking in difficulty is excluded, and the declaration is missing",
      "Une entreprise en difficulté est exclue, et la déclaration manque",
    ),
    remedy: say(
      "Verklaar dat de onderneming niet in moeilijkheden is, als dat zo is",
      "Declare that the undertaking is not in difficulty, if that is so",
      "Déclarez que l’entreprise n’est pas en difficulté, si tel est le cas",
    ),
  });

export const insolvencySignal = (): Reason =>
  reason("employer.insolvencySignal", {
    rule: "OPEN-32",
    message: say(
      "Het ondernemingenregister meldt een insolventie",
      "The company register reports an insolvency",
      "Le registre des entreprises signale une insolvabilité",
    ),
    remedy: say(
      "Ga na of de onderneming in moeilijkheden is",
      "Find out whether the undertaking is in difficulty",
      "Vérifiez si l’entreprise est en difficulté",
    ),
  });

export const serviceVoucher = (): Reason =>
  reason("employer.serviceVoucher", {
    rule: "EMP-08",
    field: "premiums",
    message: say(
      "Een dienstenchequeonderneming kan de loonpremie niet krijgen",
      "A service-voucher firm cannot get the wage premium",
      "Une entreprise de titres-services ne peut pas obtenir la prime salariale",
    ),
    remedy: say(
      "Vraag ook de begeleidingspremie aan",
      "Apply for the guidance premium too",
      "Demandez aussi la prime d’accompagnement",
    ),
  });

export const serviceVoucherGuidanceOnly = (): Reason =>
  reason("employer.serviceVoucherGuidance", {
    rule: "EMP-08",
    field: "premiums",
    message: say(
      "Voor een dienstenchequeonderneming is de loonpremie nul; de begeleidingspremie volgt de nood",
      "For a service-voucher firm the wage premium is zero; the guidance premium follows the need",
      "Pour une entreprise de titres-services, la prime salariale est nulle ; la prime d’accompagnement suit le besoin",
    ),
    remedy: say("Niets te doen", "Nothing to do", "Rien à faire"),
  });

export const fractionMissing = (): Reason =>
  reason("application.fraction", {
    rule: "REF-03",
    field: "employmentFraction",
    expected: "(0, 1]",
    message: say(
      "De tewerkstellingsbreuk ontbreekt of is nul",
      "The employment fraction is missing or zero",
      "La fraction d’occupation manque ou est nulle",
    ),
    remedy: say(
      "Geef de breuk van het contract, bijvoorbeeld 0,8 voor vier vijfde",
      "Give the fraction of the contract, for example 0.8 for four fifths",
      "Donnez la fraction du contrat, par exemple 0,8 pour quatre cinquièmes",
    ),
  });

export const contractMissing = (): Reason =>
  reason("application.contract", {
    rule: "EMP-12",
    field: "contract",
    message: say(
      "Bij de aanvraag bestaat er een arbeidsovereenkomst, en die ontbreekt",
      "An employment contract exists at the application, and it is missing",
      "Un contrat de travail existe lors de la demande, et il manque",
    ),
    remedy: say(
      "Vul begin, einde en soort van de overeenkomst in",
      "Fill in start, end and kind of the contract",
      "Indiquez le début, la fin et le type de contrat",
    ),
  });

export const contractOrder = (contract: Contract): Reason =>
  reason("application.contractOrder", {
    rule: "EMP-12",
    field: "contract.until",
    expected: `>= ${contract.from}`,
    message: say(
      "De overeenkomst eindigt voor ze begint",
      "The contract ends before it begins",
      "Le contrat se termine avant de commencer",
    ),
    remedy: say("Verbeter de datums", "Correct the dates", "Corrigez les dates"),
  });

export const notDuringEmployment = (contract: Contract): Reason =>
  reason("application.notDuringEmployment", {
    rule: "EMP-12",
    field: "filedOn",
    expected: contract.until === null ? `>= ${contract.from}` : `${contract.from} - ${contract.until}`,
    message: say(
      "De aanvraag wordt ingediend tijdens de tewerkstelling",
      "The application is filed during the employment",
      "La demande est introduite pendant l’occupation",
    ),
    remedy: say(
      `Dien in vanaf ${formatDate(contract.from, "nl")}, zolang de overeenkomst loopt`,
      `File from ${formatDate(contract.from, "en")} on, while the contract runs`,
      `Introduisez la demande à partir du ${formatDate(contract.from, "fr")}, tant que le contrat court`,
    ),
  });

export const contractTooShort = (hours: number): Reason =>
  reason("application.contractTooShort", {
    rule: "EMP-14",
    field: "contract",
    expected: `>= ${hours} h`,
    message: say(
      `De overeenkomst haalt het minimum van ${hours} uur niet`,
      `The contract does not reach the minimum of ${hours} hours`,
      `Le contrat n’atteint pas le minimum de ${hours} heures`,
    ),
    remedy: say(
      "Vraag aan voor een langere overeenkomst",
      "Apply for a longer contract",
      "Introduisez une demande pour un contrat plus long",
    ),
  });

export const employmentNotChecked = (): Reason =>
  reason("employment.notChecked", {
    rule: "PROC-05",
    message: say(
      "De tewerkstelling kon niet worden nagegaan: het register is niet bereikbaar",
      "The employment could not be checked: the register cannot be reached",
      "L’occupation n’a pas pu être vérifiée : le registre est injoignable",
    ),
    remedy: say(
      "Ga later opnieuw na, of vraag een bewijs",
      "Check again later, or ask for proof",
      "Vérifiez plus tard, ou demandez une preuve",
    ),
  });

export const notEmployed = (): Reason =>
  reason("employment.unknown", {
    rule: "PROC-05",
    message: say(
      "De RSZ-gegevens tonen geen tewerkstelling bij deze werkgever op de dag van de aanvraag",
      "The social security data show no employment with this employer on the day of the application",
      "Les données ONSS ne montrent pas d’occupation chez cet employeur le jour de la demande",
    ),
    remedy: say(
      "Vraag de werkgever een bewijs van tewerkstelling",
      "Ask the employer for proof of employment",
      "Demandez à l’employeur une preuve d’occupation",
    ),
  });

export const residence = (where: Residence): Reason =>
  reason("person.residence", {
    rule: "EMP-11",
    field: "personRef",
    message: say(
      `De hoofdverblijfplaats (${where}) ligt niet in het Vlaamse Gewest, en ook niet in een andere EER-staat met werk in het Vlaamse Gewest`,
      `The main residence (${where}) is not in the Flemish Region, nor in another EEA state with work in the Flemish Region`,
      `La résidence principale (${where}) n’est pas en Région flamande, ni dans un autre État de l’EEE avec un travail en Région flamande`,
    ),
    remedy: say(
      "Zonder verhuizing is er geen recht",
      "Without moving there is no right",
      "Sans déménagement, il n’y a pas de droit",
    ),
  });

export const secondOpenApplication = (filedOn: PlainDate): Reason =>
  reason("application.secondOpen", {
    rule: "EMP-16",
    message: say(
      `Voor deze werkgever en deze persoon loopt al een aanvraag, ingediend op ${formatDate(filedOn, "nl")}`,
      `For this employer and this person an application is open already, filed on ${formatDate(filedOn, "en")}`,
      `Pour cet employeur et cette personne, une demande est déjà en cours, introduite le ${formatDate(filedOn, "fr")}`,
    ),
    remedy: say(
      "Volg de lopende aanvraag, of trek ze eerst in",
      "Follow the open application, or withdraw it first",
      "Suivez la demande en cours, ou retirez-la d’abord",
    ),
  });

export const grantRuns = (): Reason =>
  reason("application.grantRuns", {
    rule: "PROC-20",
    message: say(
      "Voor deze werkgever en deze persoon loopt al een toekenning",
      "For this employer and this person a grant runs already",
      "Pour cet employeur et cette personne, un octroi court déjà",
    ),
    remedy: say(
      "Vraag een aanpassing of een verlenging van die toekenning",
      "Ask an adjustment or an extension of that grant",
      "Demandez une adaptation ou une prolongation de cet octroi",
    ),
  });

export const rehire = (): Reason =>
  reason("application.rehire", {
    rule: "OPEN-17",
    message: say(
      "Deze werkgever kreeg voor deze persoon al eerder een toekenning: ga na of het ontslag diende om de premie opnieuw te krijgen",
      "This employer had a grant for this person before: find out whether the dismissal served to get the premium again",
      "Cet employeur a déjà eu un octroi pour cette personne : vérifiez si le licenciement visait à obtenir à nouveau la prime",
    ),
    remedy: say("Bevestig of weiger met een reden", "Confirm or refuse with a reason", "Confirmez ou refusez avec un motif"),
  });

export const takeOver = (): Reason =>
  reason("application.takeOver", {
    rule: "OPEN-17",
    message: say(
      "Deze aanvraag volgt op een overname: de teller van de overgenomen toekenning loopt door",
      "This application follows a take-over: the counter of the grant that is taken over runs on",
      "Cette demande suit une reprise : le compteur de l’octroi repris continue",
    ),
    remedy: say(
      "Bevestig de overname met haar bewijs",
      "Confirm the take-over with its proof",
      "Confirmez la reprise avec sa preuve",
    ),
  });

export const otherSupport = (codes: readonly string[]): Reason =>
  reason("application.otherSupport", {
    rule: "PAY-11",
    field: "otherSupport",
    message: say(
      `Er is ook andere steun aangegeven: ${codes.join(", ")}`,
      `Other support was declared too: ${codes.join(", ")}`,
      `Une autre aide est aussi déclarée : ${codes.join(", ")}`,
    ),
    remedy: say(
      "Ga na of alle steun samen onder de loonkost blijft",
      "Find out whether all support together stays under the wage cost",
      "Vérifiez que toutes les aides ensemble restent sous le coût salarial",
    ),
  });

export const selfEmploymentMissing = (): Reason =>
  reason("application.selfEmployment", {
    rule: "SELF-02",
    field: "selfEmployment",
    message: say(
      "De gegevens over de zelfstandige activiteit ontbreken",
      "The data on the self-employed activity are missing",
      "Les données sur l’activité indépendante manquent",
    ),
    remedy: say(
      "Vul hoofd- of bijberoep en de startdatum in",
      "Fill in main or secondary occupation and the start date",
      "Indiquez activité principale ou complémentaire et la date de début",
    ),
  });

export const activityTooOld = (reference: PlainDate): Reason =>
  reason("self.activityTooOld", {
    rule: "SELF-02",
    field: "selfEmployment.since",
    expected: `> ${reference}`,
    message: say(
      `De activiteit begon niet na ${formatDate(reference, "nl")}, en de beperking werd niet na die dag erkend`,
      `The activity did not begin after ${formatDate(reference, "en")}, and the limitation was not recognised after that day`,
      `L’activité n’a pas commencé après le ${formatDate(reference, "fr")}, et la limitation n’a pas été reconnue après cette date`,
    ),
    remedy: say(
      "Geef de dag van erkenning als die later is",
      "Give the day of recognition if it is later",
      "Donnez la date de reconnaissance si elle est postérieure",
    ),
  });

export const proofMissing = (): Reason =>
  reason("self.proofMissing", {
    rule: "SELF-04",
    field: "selfEmployment.proof",
    message: say(
      "Er is nog geen bewijs dat de activiteit volstaat",
      "There is no proof yet that the activity suffices",
      "Il n’y a pas encore de preuve que l’activité suffit",
    ),
    remedy: say(
      "Voeg een attest van het sociaal verzekeringsfonds, een aanslagbiljet of een prognoseattest toe",
      "Add an attest of the social insurance fund, a tax assessment or a prognosis attest",
      "Ajoutez une attestation de la caisse sociale, un avertissement-extrait de rôle ou une attestation de pronostic",
    ),
  });

export const fundAttestQuarters = (count: number): Reason =>
  reason("self.fundAttestQuarters", {
    rule: "SELF-04",
    field: "selfEmployment.proof.paid",
    expected: String(count),
    message: say(
      `Het attest moet ${count} opeenvolgende, betaalde kwartalen tonen`,
      `The attest must show ${count} consecutive, paid quarters`,
      `L’attestation doit montrer ${count} trimestres consécutifs payés`,
    ),
    remedy: say(
      "Vraag een nieuw attest aan het fonds",
      "Ask the fund for a new attest",
      "Demandez une nouvelle attestation à la caisse",
    ),
  });

export const incomeTooLow = (): Reason =>
  reason("self.incomeTooLow", {
    rule: "SELF-03",
    field: "selfEmployment.proof",
    message: say(
      "Het inkomen uit de zelfstandige activiteit ligt onder het minimum",
      "The income from the self-employed activity is below the minimum",
      "Le revenu de l’activité indépendante est inférieur au minimum",
    ),
    remedy: say(
      "Bij een onvolledig jaar of ziekte kan een aangepast minimum gelden: meld dat",
      "For a part year or illness an adapted minimum may hold: report it",
      "En cas d’année incomplète ou de maladie, un minimum adapté peut valoir : signalez-le",
    ),
  });

export const prognosisAfterFirstYear = (): Reason =>
  reason("self.prognosisLate", {
    rule: "SELF-04",
    field: "selfEmployment.proof",
    message: say(
      "Een prognoseattest telt alleen als de andere bewijzen nog niet bestaan",
      "A prognosis attest counts only when the other proofs do not exist yet",
      "Une attestation de pronostic ne compte que si les autres preuves n’existent pas encore",
    ),
    remedy: say(
      "Ga na waarom er nog geen ander bewijs is",
      "Find out why there is no other proof yet",
      "Vérifiez pourquoi il n’y a pas encore d’autre preuve",
    ),
  });

export const groundsMissing = (): Reason =>
  reason("refusal.grounds", {
    field: "grounds",
    message: say(
      "Er is geen reden om te weigeren gevonden of gegeven",
      "No ground for refusal was found or given",
      "Aucun motif de refus n’a été trouvé ou donné",
    ),
    remedy: say(
      "Noem elke voorwaarde die niet vervuld is",
      "Name every condition that is not met",
      "Indiquez chaque condition non remplie",
    ),
  });

export const missingEmpty = (): Reason =>
  reason("completion.missing", {
    field: "missing",
    message: say("Er is niet gezegd wat ontbreekt", "It is not said what is missing", "Il n’est pas dit ce qui manque"),
    remedy: say("Kies minstens een punt", "Choose at least one item", "Choisissez au moins un point"),
  });

export const stillMissing = (codes: readonly string[]): Reason =>
  reason("completion.stillMissing", {
    field: "supplied",
    expected: codes.join(", "),
    message: say(
      `Nog niet aangevuld: ${codes.join(", ")}`,
      `Not supplied yet: ${codes.join(", ")}`,
      `Pas encore complété : ${codes.join(", ")}`,
    ),
    remedy: say("Vul alles in een keer aan", "Supply everything at once", "Complétez tout en une fois"),
  });

export const incomeEqual = (): Reason =>
  reason("self.incomeEqual", {
    rule: "OPEN-42",
    field: "selfEmployment.proof",
    message: say(
      "Het inkomen is precies gelijk aan het minimum",
      "The income equals the minimum exactly",
      "Le revenu est exactement égal au minimum",
    ),
    remedy: say(
      "Gelijk is genoeg; de bronnen zijn het daar niet over eens",
      "Equal is enough; the sources do not agree on it",
      "L’égalité suffit ; les sources ne s’accordent pas sur ce point",
    ),
  });
