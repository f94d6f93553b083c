// Why an employer gets no premium, or a person must look at it.
import { type Reason, reason, say } from "../../reason.ts";

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

export const foreignEmployer = (): Reason =>
  reason("employer.foreign", {
    rule: "EMP-03",
    field: "employerRef",
    message: say(
      "Een werkgever in het buitenland komt alleen in aanmerking voor een werknemer die in Vlaanderen woont",
      "An employer established abroad qualifies only for a worker who lives in Flanders",
      "Un employeur établi à l’étranger n’est admissible que pour un travailleur qui habite en Flandre",
    ),
    remedy: say("Kijk de woonplaats van de werknemer na", "Check where the worker lives", "Vérifiez le domicile du travailleur"),
  });
