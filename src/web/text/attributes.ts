// Words of the page that says what each attribute of the figures means.
import { catalogue } from "./catalogue.ts";

export const attributesText = catalogue({
  title: { nl: "Kenmerken van de cijfers", en: "Attributes of the figures", fr: "Attributs des chiffres" },
  link: { nl: "Wat elk kenmerk betekent", en: "What each attribute means", fr: "Ce que signifie chaque attribut" },
  lead: {
    nl: "Waarnaar cijfers uitgesplitst of geselecteerd kunnen worden: wat het betekent, van wie het komt, wanneer het er is, en of de delen optellen tot het totaal.",
    en: "What figures can be divided or selected by: what it means, whose it is, when it is there, and whether the parts add up to the total.",
    fr: "Selon quoi les chiffres peuvent être ventilés ou sélectionnés : la signification, la source, la disponibilité, et si les parties s'additionnent au total.",
  },
  dimensions: { nl: "Om uit te splitsen", en: "To divide by", fr: "Pour ventiler" },
  selections: {
    nl: "Om te selecteren of te meten",
    en: "To select or to measure",
    fr: "Pour sélectionner ou mesurer",
  },
  attribute: { nl: "Kenmerk", en: "Attribute", fr: "Attribut" },
  meaning: { nl: "Betekenis", en: "Meaning", fr: "Signification" },
  owner: { nl: "Bron", en: "Owner", fr: "Source" },
  availability: { nl: "Beschikbaar", en: "Available", fr: "Disponible" },
  exclusive: { nl: "Sluiten waarden elkaar uit?", en: "Do values exclude each other?", fr: "Valeurs exclusives ?" },
  units: { nl: "Teleenheden", en: "Units", fr: "Unités" },
  always: { nl: "ja", en: "yes", fr: "oui" },
  never: {
    nl: "nee: de delen kunnen samen groter zijn dan het totaal",
    en: "no: the parts together can exceed the total",
    fr: "non : les parties réunies peuvent dépasser le total",
  },
  sometimes: {
    nl: "hangt af van teleenheid en meting",
    en: "depends on unit and measure",
    fr: "dépend de l'unité et de la mesure",
  },
  notExclusiveIn: {
    nl: (units: string) => `Niet uitsluitend in ${units}.`,
    en: (units: string) => `Not exclusive in ${units}.`,
    fr: (units: string) => `Non exclusif en ${units}.`,
  },
  values: { nl: "Waarden", en: "Values", fr: "Valeurs" },
  linkedUntil: {
    nl: (day: string) => `Laatste koppeling: tot en met ${day}.`,
    en: (day: string) => `Last linkage: up to ${day}.`,
    fr: (day: string) => `Dernier couplage : jusqu'au ${day}.`,
  },
  notLinked: {
    nl: "Er is nog geen koppeling binnen.",
    en: "No linkage has arrived yet.",
    fr: "Aucun couplage n'est encore arrivé.",
  },
  forPrograms: {
    nl: "Dezelfde lijst voor programma’s",
    en: "The same list for programs",
    fr: "La même liste pour les programmes",
  },
});
