// Why a step of the work on a file is refused.
import { type Reason, reason, say } from "../reason.ts";

export const samePerson = (): Reason =>
  reason("handling.samePerson", {
    message: say(
      "U stelde deze beslissing zelf voor; een andere persoon kijkt ze na",
      "You proposed this decision yourself; another person looks at it",
      "Vous avez proposé cette décision vous-même ; une autre personne la vérifie",
    ),
    remedy: say(
      "Vraag een collega om het voorstel te bevestigen of terug te sturen",
      "Ask a colleague to confirm the proposal or send it back",
      "Demandez à un collègue de confirmer la proposition ou de la renvoyer",
    ),
  });

export const proposalWaits = (): Reason =>
  reason("handling.proposalWaits", {
    message: say(
      "Er wacht al een voorstel op een tweede persoon",
      "A proposal waits for a second person already",
      "Une proposition attend déjà une deuxième personne",
    ),
    remedy: say(
      "Bevestig dat voorstel, of stuur het terug en beslis dan opnieuw",
      "Confirm that proposal, or send it back and then decide anew",
      "Confirmez cette proposition, ou renvoyez-la puis décidez à nouveau",
    ),
  });

export const proposalGone = (): Reason =>
  reason("handling.proposalGone", {
    message: say(
      "Dit voorstel wacht niet meer: iemand bevestigde het of stuurde het terug",
      "This proposal waits no longer: somebody confirmed it or sent it back",
      "Cette proposition n’attend plus : quelqu’un l’a confirmée ou renvoyée",
    ),
    remedy: say("Bekijk het dossier opnieuw", "Look at the file again", "Consultez à nouveau le dossier"),
  });

export const proposalOutdated = (): Reason =>
  reason("handling.proposalOutdated", {
    message: say(
      "Het dossier veranderde na dit voorstel",
      "The file changed after this proposal",
      "Le dossier a changé après cette proposition",
    ),
    remedy: say(
      "Beslis opnieuw, met het dossier zoals het nu is",
      "Decide anew, with the file as it is now",
      "Décidez à nouveau, avec le dossier tel qu’il est maintenant",
    ),
  });
