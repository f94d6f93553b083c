// Words of the intake of declarations, for staff; in Dutch only.
export const intakeText = {
  kinds: {
    ATTESTS: "DmfA-attesten (XML)",
    PAYSLIPS: "Loonbrieven van verenigingswerk (CSV)",
    PAYROLL: "Loongegevens voor de raming (CSV)",
    RETRY: "Wachtende aangiften, opnieuw geprobeerd",
  } as Readonly<Record<string, string>>,
  kindHints: {
    ATTESTS: "De basis van elke betaling.",
    PAYSLIPS: "De basis van betaling voor verenigingswerk.",
    PAYROLL: "Alleen om te ramen. Nooit om te betalen (PAY-01).",
  } as Readonly<Record<string, string>>,
  reasons: {
    UNKNOWN_WORKER: "De werknemer is niet bekend",
    UNKNOWN_EMPLOYER: "De werkgever is niet bekend",
    UNKNOWN_RELATION: "Voor deze werkgever en werknemer samen is niets toegekend",
    CONTRADICTS: "Dezelfde versie was er al met een andere inhoud",
    OTHER_RELATION: "Het nummer hoort bij een andere werknemer, werkgever of kwartaal",
    NEGATIVE_WAGE: "Het loon is negatief",
    NO_FRACTION: "Er zijn geen uren in het contract",
    NOT_ASSOCIATION: "Een loonbrief, maar het contract is geen verenigingswerk",
    WRONG: "Niet leesbaar zoals het hoort",
  } as Readonly<Record<string, string>>,
  remedies: {
    UNKNOWN_WORKER: "Komt de persoon er nog bij, probeer dan opnieuw. Anders legt u de aangifte weg.",
    UNKNOWN_EMPLOYER: "Komt de onderneming er nog bij, probeer dan opnieuw. Anders legt u de aangifte weg.",
    UNKNOWN_RELATION: "Komt er nog een toekenning, probeer dan opnieuw. Anders legt u de aangifte weg.",
    CONTRADICTS: "Vraag de bron welke inhoud juist is. Een verbetering heeft een hoger versienummer.",
    OTHER_RELATION: "Vraag de bron na bij wie dit nummer hoort.",
    NEGATIVE_WAGE: "Vraag de bron om een verbeterde versie.",
    NO_FRACTION: "Vraag de bron om een verbeterde versie met Q en S.",
    NOT_ASSOCIATION:
      "Het loon van dit contract komt uit de DmfA. Is het toch verenigingswerk, laat de werkgever de aanvraag aanvullen en probeer opnieuw.",
  } as Readonly<Record<string, string>>,
} as const;
