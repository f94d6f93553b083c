// Words of a monthly advance on the wage premium.
import type { Entries } from "../catalogue.ts";

export const advanceWords = {
  advanceTitle: { nl: "Maandelijks voorschot", en: "Monthly advance", fr: "Avance mensuelle" },
  advanceLead: {
    nl: (amount: string) =>
      `U krijgt elke maand ${amount} vooruit op de loonpremie. Het kwartaal verrekent het; wat te veel was, gaat van de volgende maanden af.`,
    en: (amount: string) =>
      `You receive ${amount} every month ahead of the wage premium. The quarter settles it; what was too much is taken from the next months.`,
    fr: (amount: string) =>
      `Vous recevez ${amount} chaque mois en avance sur la prime salariale. Le trimestre la décompte ; le trop-perçu est retenu sur les mois suivants.`,
  },
  advanceOff: {
    nl: "Een voorschot kan nu niet",
    en: "An advance is not possible now",
    fr: "Une avance n’est pas possible pour l’instant",
  },
  advanceFrom: { nl: "Vanaf welke maand?", en: "From which month?", fr: "À partir de quel mois ?" },
  advanceAsk: { nl: "Voorschot vragen", en: "Ask the advance", fr: "Demander l’avance" },
  advanceAsked: { nl: "Uw vraag is verstuurd", en: "Your request was sent", fr: "Votre demande est envoyée" },
  advanceREQUESTED: {
    nl: "Gevraagd. Het departement beslist.",
    en: "Asked. The department decides.",
    fr: "Demandée. Le département décide.",
  },
  advanceRUNNING: { nl: "Loopt", en: "Running", fr: "En cours" },
  advanceREFUSED: { nl: "Geweigerd", en: "Refused", fr: "Refusée" },
  advanceSTOPPED: { nl: "Gestopt", en: "Stopped", fr: "Arrêtée" },
} satisfies Entries;
