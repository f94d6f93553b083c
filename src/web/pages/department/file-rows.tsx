// What was applied for and what was granted, name beside value.
import { type DeskAssessment, possibleWith, textOf } from "../../../counter/index.ts";
import { lastDayOf, lastDayOfGrant } from "../../../dossier/index.ts";
import { formatDate, formatFraction, formatInsz, formatKbo, isInsz, isKbo } from "../../../kernel/index.ts";
import type { SummaryRow } from "../../look/summary-list.tsx";
import { guidanceWords, packageWords, situationWords } from "../../text/department.ts";
import type { FilePageProps } from "./file-props.ts";

export function applicationRows({ file }: FilePageProps): SummaryRow[] {
  const { application } = file.state;
  if (application === null) return [];
  const { contract, employmentFraction } = application;
  const insz = file.person?.insz ?? null;
  const kbo = file.firm?.kbo ?? null;
  const { contact } = file;
  return [
    ...(insz === null ? [] : [{ name: "Rijksregisternummer", value: isInsz(insz) ? formatInsz(insz) : insz }]),
    ...(kbo === null ? [] : [{ name: "Ondernemingsnummer", value: isKbo(kbo) ? formatKbo(kbo) : kbo }]),
    { name: "Ingediend", value: formatDate(application.filedOn, "nl") },
    { name: "Situatie", value: situationWords[application.situation] },
    ...(contract === null
      ? []
      : [
          {
            name: "Contract",
            value: `vanaf ${formatDate(contract.from, "nl")}${contract.until === null ? ", zonder einde" : ` tot en met ${formatDate(contract.until, "nl")}`}`,
          },
        ]),
    ...(employmentFraction === null ? [] : [{ name: "Tewerkstelling", value: formatFraction(employmentFraction, "nl") }]),
    ...(contact === null
      ? []
      : [{ name: "Contact", value: [contact.name, contact.email, contact.phone].filter((one) => one !== "").join(", ") }]),
  ];
}

export function grantRows({ file, today, law }: FilePageProps): SummaryRow[] {
  const { grant } = file.state;
  if (grant === null) return [];
  const { facts } = grant;
  const possible = possibleWith(law, { state: file.state } as never, today);
  const opens = (window: typeof possible.adjustment, name: string) =>
    window === null ? [] : [{ name, value: window.open ? "nu mogelijk" : `vanaf ${formatDate(window.opensOn, "nl")}` }];
  const motivation = textOf(file, facts.motivation);
  return [
    { name: "Beslist op", value: formatDate(facts.decidedOn, "nl") },
    { name: "Pakket", value: packageWords[facts.package] },
    ...(facts.percentage === null ? [] : [{ name: "Percentage", value: `${facts.percentage} %` }]),
    { name: "Begeleidingsnood", value: guidanceWords[facts.guidanceNeed] },
    { name: "Laatste dag", value: formatDate(lastDayOfGrant(grant), "nl") },
    ...opens(possible.adjustment, "Aanpassing vragen"),
    ...opens(possible.extension, "Verlenging vragen"),
    ...(motivation === null ? [] : [{ name: "Motivering", value: motivation }]),
    {
      name: "Lezing van open punten",
      value:
        Object.keys(facts.switches).length === 0 ? (
          "geen"
        ) : (
          <ul>
            {Object.entries(facts.switches).map(([id, option]) => (
              <li>
                <span class="mw-id">{id}</span> {option}
              </li>
            ))}
          </ul>
        ),
    },
  ];
}

export const ticketText = (outcome: NonNullable<DeskAssessment["outcome"]>): string =>
  `${packageWords[outcome.package]}, begeleidingsnood ${guidanceWords[outcome.guidanceNeed]}, ticket geldig tot en met ${formatDate(lastDayOf(outcome.ticket), "nl")}`;
