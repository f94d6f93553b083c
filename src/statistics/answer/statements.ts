// What the document says beside its numbers, said anew from the law's own dates: one statement per sentence, with its rulebook ids.
import {
  brusselsDate,
  formatDate,
  formatQuarter,
  type Instant,
  type Language,
  type Localized,
  languages,
  localized,
  type PlainDate,
  type Quarter,
  quarterOf,
} from "../../kernel/index.ts";
import type { LawData } from "../../law/index.ts";
import { dateOf, legalFactsOf } from "../legal-facts.ts";
import type { Statement } from "./answer.ts";

export interface Statements {
  readonly general: Readonly<Record<string, Statement>>;
  /** By number of the question. */
  readonly byQuestion: Readonly<Record<number, Readonly<Record<string, Statement>>>>;
}

export interface StatementDates {
  readonly reference: PlainDate;
  readonly knownAt: Instant;
  /** The last quarter whose declarations were in. */
  readonly wageQuarter: Quarter;
}

export function statementsOf(law: LawData, { reference, knownAt, wageQuarter }: StatementDates): Statements {
  const { schemeFrom, doubleTicketFrom } = legalFactsOf(law);
  const online = dateOf(law, "application.onlineFrom");
  const vopDay = dateOf(law, "vop.referenceDay");
  const vopRequested = dateOf(law, "vop.newCriteria.requestedFrom");
  const vopDecided = dateOf(law, "vop.newCriteria.decidedFrom");
  const ldeDay = dateOf(law, "lde.referenceDay");
  const say = (ids: readonly string[], make: (day: (date: PlainDate) => string) => Localized): Statement => ({
    ids,
    text: inAll((language) => make((date) => formatDate(date, language))[language]),
  });
  return {
    general: {
      entryIntoForce: say(["TRANS-01", "OPEN-07"], (day) =>
        localized(
          `Individueel maatwerk geldt sinds ${day(schemeFrom)}; online aanvragen kon vanaf ${day(online)}, de eerste werkdag.`,
          `Individual customised work applies since ${day(schemeFrom)}; online filing opened on ${day(online)}, the first working day.`,
          `Le travail adapté individuel s'applique depuis le ${day(schemeFrom)} ; les demandes en ligne étaient possibles dès le ${day(online)}, premier jour ouvrable.`,
        ),
      ),
    },
    byQuestion: {
      1: {
        reference: say(["STAT-01"], (day) =>
          localized(
            `Stand op ${day(reference)}, van werkzoekenden zonder werk.`,
            `Stock on ${day(reference)}, of job seekers without work.`,
            `Stock au ${day(reference)}, de demandeurs d'emploi inoccupés.`,
          ),
        ),
        sameMoment: say(["STAT-01"], () =>
          localized(
            "Het antwoord zegt “eind december” en “op dit moment” over dezelfde stand: beide betekenen hier de referentiedatum.",
            "The answer says “end of December” and “at this moment” of the same stock: both mean the reference date here.",
            "La réponse dit « fin décembre » et « en ce moment » du même stock : les deux désignent ici la date de référence.",
          ),
        ),
        sameWord: say(["STAT-01"], () =>
          localized(
            "“Ticket” en “advies” betekenen hetzelfde.",
            "“Ticket” and “advice” mean the same.",
            "« Ticket » et « avis » ont le même sens.",
          ),
        ),
      },
      3: {
        reference: say(["STAT-03"], (day) =>
          localized(
            `Personen, stand op ${day(reference)}, werkzoekenden zonder werk: wel individueel, geen collectief en geen AMA.`,
            `Persons, stock on ${day(reference)}, job seekers without work: individual, no collective and no AMA.`,
            `Personnes, stock au ${day(reference)}, demandeurs d'emploi inoccupés : individuel, ni collectif ni AMA.`,
          ),
        ),
      },
      4: {
        reference: say(["STAT-04"], (day) =>
          localized(
            `Personen, stand op ${day(reference)}, werkzoekenden zonder werk: wel collectief, geen individueel en geen AMA in de sociale economie.`,
            `Persons, stock on ${day(reference)}, job seekers without work: collective, no individual and no AMA in the social economy.`,
            `Personnes, stock au ${day(reference)}, demandeurs d'emploi inoccupés : collectif, ni individuel ni AMA dans l'économie sociale.`,
          ),
        ),
        perimeter: say(["OPEN-57", "STAT-03", "STAT-04"], () =>
          localized(
            "Antwoord 3 sluit “AMA” uit, antwoord 4 “AMA in de sociale economie”. Hier is het dezelfde perimeter; de andere lezing staat ernaast.",
            "Answer 3 excludes “AMA”, answer 4 “AMA in the social economy”. Here it is the same perimeter; the other reading stands beside it.",
            "La réponse 3 exclut « AMA », la réponse 4 « AMA dans l'économie sociale ». Ici c'est le même périmètre ; l'autre lecture figure à côté.",
          ),
        ),
        grantedBefore: say(["STAT-04", "IND-15"], (day) =>
          localized(
            `Volgens het antwoord zijn deze adviezen toegekend vóór ${day(doubleTicketFrom)}; de tabel naar dag van aanvraag en toekenning toont of dat klopt.`,
            `According to the answer these advices were granted before ${day(doubleTicketFrom)}; the table by day of application and of grant shows whether that holds.`,
            `Selon la réponse, ces avis ont été octroyés avant le ${day(doubleTicketFrom)} ; le tableau par jour de demande et d'octroi montre si c'est exact.`,
          ),
        ),
        sinceEntry: say(["IND-14"], (day) =>
          localized(
            `Sinds ${day(doubleTicketFrom)} krijgt wie een collectief advies krijgt, ook het ticket individueel maatwerk.`,
            `Since ${day(doubleTicketFrom)} a person who gets a collective advice also gets the ticket for individual customised work.`,
            `Depuis le ${day(doubleTicketFrom)}, qui reçoit un avis collectif reçoit aussi le ticket de travail adapté individuel.`,
          ),
        ),
        processRunning: say(["IND-15"], (day) =>
          localized(
            `Wie vóór ${day(doubleTicketFrom)} geïndiceerd was, krijgt het dubbelticket alsnog: die inhaalbeweging loopt, en staat hier per maand.`,
            `Who was indicated before ${day(doubleTicketFrom)} still gets the double ticket: that catch-up is running, and stands here by month.`,
            `Qui a été indiqué avant le ${day(doubleTicketFrom)} reçoit encore le double avis : ce rattrapage est en cours et figure ici par mois.`,
          ),
        ),
        acrossTheDate: say(["OPEN-39", "IND-14", "IND-15"], (day) =>
          localized(
            `Het dubbelticket volgt de dag van de aanvraag, antwoord 4 de dag van de toekenning. Wie vóór ${day(doubleTicketFrom)} aanvroeg en erna toegekend kreeg, past in geen van beide zinnen: beide dagen staan apart.`,
            `The double ticket follows the day of application, answer 4 the day of grant. Who applied before ${day(doubleTicketFrom)} and was granted after fits neither sentence: both days stand apart.`,
            `Le double avis suit le jour de la demande, la réponse 4 celui de l'octroi. Qui a demandé avant le ${day(doubleTicketFrom)} et reçu après n'entre dans aucune des deux phrases : les deux jours figurent séparément.`,
          ),
        ),
      },
      5: {
        whoCanApply: say(["TRANS-01", "STAT-05"], (day) =>
          localized(
            `Vanaf ${day(schemeFrom)} kunnen werkgevers en zelfstandigen individueel maatwerk aanvragen bij het Departement Werk en Sociale Economie.`,
            `From ${day(schemeFrom)} employers and self-employed persons can apply for individual customised work at the Department of Work and Social Economy.`,
            `À partir du ${day(schemeFrom)}, employeurs et indépendants peuvent demander le travail adapté individuel au Département Emploi et Économie sociale.`,
          ),
        ),
        newOrAtWork: say(["EMP-10"], () =>
          localized(
            "Het kan gaan om nieuwe aanwervingen, maar ook om werknemers of zelfstandigen die al aan het werk zijn, bijvoorbeeld bij re-integratie na ziekte of ongeval.",
            "It can concern new hires, but also workers or self-employed persons already at work, for example on reintegration after illness or accident.",
            "Il peut s'agir de nouveaux engagements, mais aussi de travailleurs ou d'indépendants déjà au travail, par exemple en réintégration après maladie ou accident.",
          ),
        ),
        transitionMeasures: say(["TRANS-01", "TRANS-03", "TRANS-20", "TRANS-30", "TRANS-40"], () =>
          localized(
            "Voor de Vlaamse ondersteuningspremie (VOP), de lokale diensteneconomie (LDE), de sociale inschakelingseconomie (SINE) en de maatwerkafdelingen gelden overgangsmaatregelen.",
            "For the Flemish support premium (VOP), the local services economy (LDE), the social insertion economy (SINE) and the customised-work departments there are transition measures.",
            "Pour la prime flamande de soutien (VOP), l'économie de services locaux (LDE), l'économie d'insertion sociale (SINE) et les départements de travail adapté, il existe des mesures transitoires.",
          ),
        ),
        unitOfCount: say(["STAT-05"], () =>
          localized(
            "Geteld per unieke werkgevers-werknemersrelatie of per zelfstandige.",
            "Counted by unique employer-employee relation or by self-employed person.",
            "Compté par relation unique employeur-travailleur ou par indépendant.",
          ),
        ),
        linkage: say(["DATA-07"], () =>
          localized(
            "Leeftijd, afkomst en onderwijsniveau komen één keer per jaar beschikbaar door een koppeling van gegevens; voor individueel maatwerk is die koppeling er nog niet.",
            "Age, origin and education level become available once a year through a linkage of data; for individual customised work that linkage is not there yet.",
            "L'âge, l'origine et le niveau d'études deviennent disponibles une fois par an par un couplage de données ; pour le travail adapté individuel ce couplage n'existe pas encore.",
          ),
        ),
        wageQuarter: {
          ids: ["DATA-02"],
          text: inAll(
            (language) =>
              wageQuarterText(wageQuarter, quarterOf(reference), formatDate(brusselsDate(knownAt), language))[language],
          ),
        },
      },
      6: {
        vopKept: say(["TRANS-03"], (day) =>
          localized(
            `Werkgevers die op ${day(vopDay)} iemand met VOP tewerkstelden, en zelfstandigen, kunnen de maatregel houden tot het voorziene einde.`,
            `Employers who employed someone with VOP on ${day(vopDay)}, and self-employed persons, can keep the measure until its foreseen end.`,
            `Les employeurs qui occupaient une personne avec VOP le ${day(vopDay)}, et les indépendants, peuvent garder la mesure jusqu'à sa fin prévue.`,
          ),
        ),
        vopEvaluation: say(["TRANS-05"], (day) =>
          localized(
            `Wie vanaf ${day(vopRequested)} een evaluatie van de VOP vroeg, kon vanaf ${day(vopDecided)} een beslissing volgens de criteria van individueel maatwerk krijgen.`,
            `Who asked for an evaluation of VOP from ${day(vopRequested)} could get a decision on the criteria of individual customised work from ${day(vopDecided)}.`,
            `Qui a demandé une évaluation de la VOP à partir du ${day(vopRequested)} pouvait recevoir, dès le ${day(vopDecided)}, une décision selon les critères du travail adapté individuel.`,
          ),
        ),
        insideNotStated: say(["STAT-06", "STAT-08"], () =>
          localized(
            "Of deze dossiers in de toekenningen van vraag 5 zitten, zegt het antwoord niet; de toekenningen naar vorige maatregel tonen het.",
            "Whether these files are inside the grants of question 5 the answer does not say; the grants by previous measure show it.",
            "La réponse ne dit pas si ces dossiers sont compris dans les octrois de la question 5 ; les octrois par mesure précédente le montrent.",
          ),
        ),
      },
      7: {
        ldeFinish: say(["TRANS-30"], (day) =>
          localized(
            `Wie op ${day(ldeDay)} in de lokale diensteneconomie werkte, kan het traject afmaken, met een tijdelijke vergoeding voor de werkgever.`,
            `Workers employed in the local services economy on ${day(ldeDay)} can finish their trajectory, with a temporary compensation for the employer.`,
            `Les travailleurs occupés dans l'économie de services locaux le ${day(ldeDay)} peuvent achever leur parcours, avec une indemnité temporaire pour l'employeur.`,
          ),
        ),
        ldeChoice: say(["TRANS-30", "TRANS-31", "TRANS-32"], () =>
          localized(
            "De organisaties namen zelf de strategische beslissing tussen individueel en collectief.",
            "The organisations took the strategic decision between individual and collective themselves.",
            "Les organisations ont pris elles-mêmes la décision stratégique entre individuel et collectif.",
          ),
        ),
        undated: say(["STAT-07"], () =>
          localized(
            "Het antwoord noemt geen datum bij dit aantal.",
            "The answer gives no date with this number.",
            "La réponse n'indique pas de date pour ce nombre.",
          ),
        ),
        notAGrant: say(["STAT-07", "STAT-08", "TRANS-31"], () =>
          localized(
            "De tijdelijke vergoeding is een overgangsmaatregel, geen toekenning van individueel maatwerk.",
            "The temporary compensation is a transition measure, not a grant of individual customised work.",
            "L'indemnité temporaire est une mesure transitoire, non un octroi de travail adapté individuel.",
          ),
        ),
      },
    },
  };
}

/** Which quarter's declarations the active workers are counted on, and why when it is not that of the reference date. */
function wageQuarterText(used: Quarter, asked: Quarter, known: string): Localized {
  const name = (language: Language): string => formatQuarter(used, language);
  if (used === asked) {
    return localized(
      `Actief is wie in het ${name("nl")} een lopende toekenning heeft en loon volgens de kwartaalaangifte.`,
      `Active is who in the ${name("en")} has a running grant and a wage according to the quarterly declaration.`,
      `Est actif qui, au ${name("fr")}, a un octroi en cours et un salaire selon la déclaration trimestrielle.`,
    );
  }
  return localized(
    `De loonaangiften van het ${formatQuarter(asked, "nl")} waren op ${known} nog niet binnen: actieve werknemers staan hier voor het ${name("nl")}.`,
    `The wage declarations of the ${formatQuarter(asked, "en")} had not come in on ${known}: active workers stand here for the ${name("en")}.`,
    `Les déclarations de salaire du ${formatQuarter(asked, "fr")} n'étaient pas rentrées le ${known} : les travailleurs actifs figurent ici pour le ${name("fr")}.`,
  );
}

function inAll(make: (language: Language) => string): Localized {
  const [nl, en, fr] = languages.map(make);
  return { nl: nl!, en: en!, fr: fr! };
}
