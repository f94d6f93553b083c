// Tables under the result that a longer look asks for: by component, what employers bear, and cases worth opening.
import { formatQuarter, type Language } from "../../../kernel/index.ts";
import { type CaseOfInterest, type LabResult, wholeEuro } from "../../../lab/index.ts";
import { pathIn } from "../../language.ts";
import { Table } from "../../look/table.tsx";
import { caseOfFacts, caseQuery } from "./case-query.ts";
import { policyText } from "./policy-text.ts";

interface TablesProps {
  readonly language: Language;
  readonly result: LabResult;
}

export function ComponentTable({ language, result }: TablesProps) {
  const text = policyText(language);
  const rules = [...new Set(result.quarters.flatMap(({ components }) => components.map(({ rule }) => rule)))];
  const sum = (rule: string, of: "before" | "after") =>
    result.quarters.reduce((total, { components }) => total + (components.find((one) => one.rule === rule)?.[of] ?? 0), 0);
  return (
    <Table
      caption={text.byComponent}
      columns={[
        { key: "component", title: text.component },
        { key: "before", title: text.before, number: true },
        { key: "after", title: text.after, number: true },
        { key: "change", title: text.change, number: true },
      ]}
      rows={rules.map((rule) => {
        const [before, after] = [sum(rule, "before"), sum(rule, "after")];
        const name = rule === "wagePremium" ? text.wagePremium : rule === "guidancePremium" ? text.guidancePremium : rule;
        return {
          cells: {
            component: name,
            before: wholeEuro(before, language),
            after: wholeEuro(after, language),
            change: signed(after - before, language),
          },
        };
      })}
    />
  );
}

/** What employers bear of the wage cost, on average and of the next euro, quarter by quarter. */
export function ShareTable({ language, result }: TablesProps) {
  const text = policyText(language);
  const shares = result.quarters.flatMap(({ quarter, employerShare }) =>
    employerShare === undefined ? [] : [{ quarter, ...employerShare }],
  );
  if (shares.length === 0) return null;
  const percent = (value: number) => `${percentFormats[language].format(value / 100)} %`;
  return (
    <>
      <Table
        caption={text.employerShare}
        columns={[
          { key: "quarter", title: text.quarter },
          { key: "average", title: text.shareAverage, number: true },
          { key: "marginal", title: text.shareMarginal, number: true },
        ]}
        rows={shares.map(({ quarter, before, after }) => ({
          cells: {
            quarter: formatQuarter(quarter, language),
            average: `${percent(before.average)} → ${percent(after.average)}`,
            marginal: `${percent(before.marginal)} → ${percent(after.marginal)}`,
          },
        }))}
      />
      <p>{text.shareNote}</p>
    </>
  );
}

/** `query`: the levers, with its question mark, or empty. */
export function CaseLinks({ language, result, query }: TablesProps & { readonly query: string }) {
  const { cases } = result;
  if (cases === undefined || cases.length === 0) return null;
  const text = policyText(language);
  const { quarter } = result.quarters.at(-1)!;
  const href = ({ facts }: CaseOfInterest) =>
    `${pathIn(language, "/beleid/geval")}${caseQuery(query, caseOfFacts(facts, quarter))}`;
  return (
    <>
      <h2 class="au-c-heading au-c-heading--2">{text.cases}</h2>
      <ul class="mw-policy__links">
        {cases.map((one) => (
          <li>
            <a href={href(one)}>{text[one.why](signed(one.change, language))}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function signed(amount: number, language: Language): string {
  return amount > 0 ? `+${wholeEuro(amount, language)}` : wholeEuro(amount, language);
}

const percentFormats: Readonly<Record<Language, Intl.NumberFormat>> = {
  nl: new Intl.NumberFormat("nl-BE", { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat("en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  fr: new Intl.NumberFormat("fr-BE", { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
};
