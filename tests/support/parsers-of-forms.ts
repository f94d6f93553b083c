// Readers of what visitors type into forms and addresses, each with an example that it takes.
import { isFormKey, ownPath } from "../../src/access/index.ts";
import { sniff } from "../../src/counter/index.ts";
import { webhookAddressFlaw } from "../../src/exchange/index.ts";
import * as kernel from "../../src/kernel/index.ts";
import { parseValue } from "../../src/law/loader/units.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { parseTraceparent } from "../../src/main/trace/context.ts";
import { readAnswerDates } from "../../src/web/answer/answer-query.ts";
import { languageOfPath, preferredLanguage } from "../../src/web/language.ts";
import { readAnswers } from "../../src/web/pages/applicant/answers.ts";
import { readContractAnswer } from "../../src/web/pages/applicant/follow-up/contract-answer.tsx";
import { readAnswerForm, sheetOfAnswer } from "../../src/web/pages/figures/answer-form.tsx";
import { readForm } from "../../src/web/pages/figures/compose-query.ts";
import { readTwoDays } from "../../src/web/pages/law/days.ts";
import { readQuarter } from "../../src/web/pages/payment/frame.tsx";
import { readDecision, readPayment, readWaiver } from "../../src/web/pages/payment/recovery-input.ts";
import { leversOf, readLevers } from "../../src/web/pages/policy/levers.ts";
import { readEmployerForm } from "../../src/web/simulator/employer-query.ts";
import { parseShare } from "../../src/web/simulator/parse-share.ts";
import { readSelfEmployedForm } from "../../src/web/simulator/self-employed-query.ts";
import type { Parser } from "./parser.ts";

const law = openLaw();
const today = kernel.plainDate("2026-11-27");
const levers = leversOf(law, kernel.quarter("2027-Q1"));
const recovery = { cents: 120_000, settledCents: 0, waivedCents: 0 } as never;

/** A form as the door hands it over. */
const sent = (query: URLSearchParams) => ({
  text: (name: string) => query.getAll(name).at(-1) ?? "",
  all: (name: string) => query.getAll(name),
  file: () => null,
});
type Sent = ReturnType<typeof sent>;
const ofForm = (read: (form: Sent) => unknown) => (text: string) => read(sent(new URLSearchParams(text)));
const ofQuery = (read: (query: URLSearchParams) => unknown) => (text: string) => read(new URLSearchParams(text));
const fileUnderAnswer = { state: { application: { applicant: "EMPLOYER", missing: ["EMP-12", "REF-03"] } } } as never;

const typed: readonly [name: string, read: (text: string) => unknown, ...examples: string[]][] = [
  ["parseTraceparent", parseTraceparent, "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"],
  ["parseInsz", kernel.parseInsz, "85.07.30-033.28", "85073003328"],
  ["parseKbo", kernel.parseKbo, "0316.380.841", "BE 0316380841"],
  ["parseIban", kernel.parseIban, "BE68 5390 0754 7034", "NL91ABNA0417164300"],
  ["parseStructuredCommunication", kernel.parseStructuredCommunication, "+++090/9337/55493+++"],
  ["parseEuro", kernel.parseEuro, "1234.56", "-0.01"],
  ["parseEuroAsTyped", kernel.parseEuroAsTyped, "1.234,56", "€ 12,5", "1 234,00"],
  ["parseEuroNotNegative", kernel.parseEuroNotNegative, "1234.56"],
  ["parsePercent", kernel.parsePercent, "40", "12.5"],
  ["parseFraction", kernel.parseFraction, "0.8", "38/38"],
  ["parseFractionOrZero", kernel.parseFractionOrZero, "0", "0.8"],
  ["parseDecimal", kernel.parseDecimal, "2.2"],
  ["parseQuarter", kernel.parseQuarter, "2024-Q1"],
  ["parsePlainDate", kernel.parsePlainDate, "2024-02-29"],
  ["parseKnownAt", (text) => kernel.parseKnownAt(text), "2024-01-15", "2024-01-15T10:00:00.000Z"],
  ["parseDateAsTyped", kernel.parseDateAsTyped, "29/02/2024", "29 2 2024", "29-02-2024"],
  ["parseInstant", kernel.parseInstant, "2024-02-29T10:00:00.000Z"],
  ["parseRef", kernel.parseRef, "0b5f6f8e-3c1a-4a55-9f0c-2b6f7b1f5c11"],
  ["parseShare", (text) => parseShare(text, true), "80", "19/38", "80,5 %"],
  ["parseValue of money", (text) => parseValue(text, "cents"), "1234.56", "1.00, 2.00"],
  ["parseValue of codes", (text) => parseValue(text, "wageCodes"), "1, 2, 3", "ALL"],
  ["ownPath", ownPath, "/mijn?terug=/a", "//evil.example", "https://evil.example/"],
  ["isFormKey", (text) => isFormKey(text, "expected"), "expected"],
  ["languageOfPath", languageOfPath, "/en/simulator", "/fr", "/"],
  ["preferredLanguage", preferredLanguage, "nl-BE,nl;q=0.9,en;q=0.8"],
  ["webhookAddressFlaw", webhookAddressFlaw, "https://example.org/hook", "https://[::1]/", "http://127.0.0.1:80"],
  ["sniff", (text) => sniff(Buffer.from(text, "latin1")), "%PDF-1.7 x", "\u0089PNG\r\n\u001a\n"],
  ["readQuarter", readQuarter, "2024-K3", "2024-Q1"],
  [
    "readEmployerForm",
    ofQuery((query) => readEmployerForm(query, law, today, "nl")),
    "pakket=P5&begeleiding=HIGH&tewerkstelling=80&loon=3000,00&bijdragen=750&per=maand&start=2024-K1&gewerkt=100&van=01/01/2024&tot=&percentage=40",
  ],
  [
    "readSelfEmployedForm",
    ofQuery((query) => readSelfEmployedForm(query, law, today, "nl")),
    "pakket=P5&start=2024-K1&percentage=40&OPEN-25=TRUNCATE",
  ],
  ["readAnswerDates", ofQuery((query) => readAnswerDates(query, today, "nl")), "at=31/12/2024&knownAt=01/03/2025"],
  ["readLevers", ofQuery((query) => readLevers(levers, query)), levers.map(({ name, now }) => `${name}=${now}`).join("&")],
  ["readForm", ofQuery(readForm), "id=x&kind=stock&subject=ticket&at=2024-12-31&waar0=province&waarde0=ANTWERP&by0=sex&has=x"],
  [
    "readAnswerForm",
    ofQuery((query) => sheetOfAnswer(readAnswerForm(query), [])),
    "number=170&date=2025-03-04&aantal=2&gevraagd0=x",
  ],
  ["readTwoDays", ofQuery((query) => readTwoDays(query, "nl")), "op=01/07/2023&bekend=01/01/2026"],
  [
    "readAnswers",
    (text) => readAnswers(Object.fromEntries(new URLSearchParams(text)), "nl"),
    "applicant=EMPLOYER&worker.insz=85073003328&worker.givenName=Noor&situation=NEW_HIRE&premiums=WAGE&contract.kind=OPEN_ENDED&contract.from=01/09/2026&employmentFraction=80",
  ],
  [
    "readContractAnswer",
    ofForm((form) => readContractAnswer(fileUnderAnswer, form, "nl")),
    "contract.kind=FIXED_TERM&contract.from=01/09/2026&contract.until=31/08/2027&employmentFraction=80",
  ],
  [
    "readDecision",
    ofForm((form) => readDecision(form, recovery, today, { maxInstalments: null, interest: null, limitationYears: null })),
    "manner=INSTALMENTS&months=12&first=01/02/2027&reason=x",
  ],
  ["readPayment", ofForm((form) => readPayment(form, recovery)), "amount=1.200,00&reference=2026-11-27/1"],
  ["readWaiver", ofForm(readWaiver), "amount=1.200,00&reason=x"],
];

export const parsersOfForms: readonly Parser[] = typed.map(([name, read, ...examples]) => ({ name, read, examples }));
