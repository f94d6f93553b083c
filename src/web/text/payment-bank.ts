// Words of the bank's side of payments, for staff; in Dutch only.
import type { BankFileReport } from "../../payment/index.ts";

type Count = Exclude<keyof BankFileReport, "kind">;

export const bankText = {
  states: {
    READY: "Klaar om te betalen",
    WAITING: "Wacht",
    BATCHED: "In een bestand dat nog niet verzonden is",
    SENT: "Verzonden",
    ACCEPTED: "Aanvaard door de bank",
    EXECUTED: "Uitgevoerd",
  } as Readonly<Record<string, string>>,
  waits: {
    NO_ACCOUNT: "Er is geen rekening bekend. Vraag ze aan de begunstigde.",
    NO_NAME: "Er is geen naam bekend.",
    ACCOUNT_CHANGED: "De rekening is een andere dan de vorige keer.",
    ACCOUNT_FAILED: "De bank gaf het geld terug of weigerde. Vraag een nieuwe rekening, of laat twee personen deze nakijken.",
  } as Readonly<Record<string, string>>,
  unmatched: {
    UNKNOWN: "Hoort bij geen betaling of terugvordering van ons.",
    AMOUNT: "Het bedrag is een ander dan gevraagd.",
    STATE: "De betaling was al geweigerd of teruggekomen.",
  } as Readonly<Record<string, string>>,
  bankReasons: {
    AC01: "rekeningnummer onjuist",
    AC04: "rekening afgesloten",
    AC06: "rekening geblokkeerd",
    AG01: "verrichting verboden op deze rekening",
    AM04: "saldo ontoereikend",
    MD07: "rekeninghouder overleden",
  } as Readonly<Record<string, string>>,
  counts: [
    ["accepted", "Aanvaard"],
    ["rejected", "Geweigerd"],
    ["executed", "Uitgevoerd"],
    ["returned", "Teruggekomen"],
    ["recovered", "Terugvordering ontvangen"],
    ["unmatched", "Niet te plaatsen"],
    ["known", "Al bekend"],
  ] as readonly (readonly [Count, string])[],
} as const;
