// A result over the records as it was kept: what was asked of what, by whom and when, and the figures as they were given then.
import { isRole, roleTitles } from "../../../access/index.ts";
import { brusselsDate, formatDate, formatQuarter, type Instant } from "../../../kernel/index.ts";
import { diffText, type KeptBody, type KeptFiles, type KeptLine } from "../../../lab/index.ts";
import { Code } from "../../look/code.tsx";
import { Layout } from "../../look/layout.tsx";
import { SummaryList } from "../../look/summary-list.tsx";
import type { Page } from "../../page.ts";
import { keptPath, POLICY_PATH, RECORDS_PATH } from "./paths.ts";
import { Results } from "./results.tsx";

export interface KeptPageProps {
  readonly page: Page;
  readonly kept: KeptFiles;
  readonly body: KeptBody;
}

export function KeptPage({ page, kept, body }: KeptPageProps) {
  const { result, traits, changes } = body.answer;
  const path = keptPath(kept.ref);
  return (
    <Layout
      page={page}
      title={kept.title.nl}
      crumbs={[
        { href: POLICY_PATH, label: "Beleid proberen" },
        { href: RECORDS_PATH, label: "Beleid op het register" },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{kept.title.nl}</h1>
      <p class="mw-lead">Bewaard resultaat op het register. Deze link toont altijd dezelfde cijfers.</p>
      <ul class="mw-policy__links">
        <li>
          <a href={path}>Vaste link naar dit resultaat</a>
        </li>
        <li>
          <a href={`${path}/nota.pdf`}>Nota van één pagina (PDF)</a>
        </li>
        <li>
          <a href={`${path}/cijfers.csv`}>Alle cijfers (CSV)</a>
        </li>
        <li>
          <a href={`${path}/cijfers.json`}>Alle cijfers (JSON)</a>
        </li>
      </ul>
      <div class="mw-policy__results">
        <h2 class="au-c-heading au-c-heading--2">Wat verandert er?</h2>
        <ul>
          {diffText(changes, page.language)
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map((line) => (
              <li>{line}</li>
            ))}
        </ul>
        <h2 class="au-c-heading au-c-heading--2">Wat kost het?</h2>
        <Results language={page.language} outcome={{ result, traits }} changed={true} query="" />
        <h2 class="au-c-heading au-c-heading--2">Waarop steunt dit?</h2>
        <Ground kept={kept} body={body} />
        <details>
          <summary>De hervorming zoals ze is ingevoerd</summary>
          {body.reformText.map((text) => (
            <Code text={text} label="Hervorming (YAML)" />
          ))}
        </details>
      </div>
    </Layout>
  );
}

function Ground({ kept, body }: Pick<KeptPageProps, "kept" | "body">) {
  const { result, snapshot } = body.answer;
  const { assumptions, law } = result;
  const percent = (value: number) => `${String(value / 100).replace(".", ",")} %`;
  const rows = [
    ["Gemaakt", madeBy(kept)],
    ["Kwartalen", `${body.asked.quarters}, trekkingen ${body.asked.draws}, eerste trekking ${body.asked.seed}`],
    ...(snapshot === null
      ? []
      : [
          [
            "Register",
            `${snapshot.grants} toekenningen met aangifte in het ${formatQuarter(snapshot.base, "nl")}, zoals bekend op ${formatDate(brusselsDate(snapshot.knownAt as Instant), "nl")} (${snapshot.knownAt})`,
          ],
        ]),
    [
      "Aannames",
      `Lonen stijgen ${percent(assumptions.wageGrowth)} per jaar. Per kwartaal stopt ${percent(assumptions.leaving)} vroeger en komt er ${percent(assumptions.entering)} bij, zoals in het jaar tot dat kwartaal.`,
    ],
    ["Wet", `${law.version}, waarden ${law.parameters.slice(0, 16)}, regels ${law.rules.slice(0, 16)}`],
    ["Controlegetal (SHA-256 van de JSON)", kept.hash],
  ] as const;
  return <SummaryList rows={rows.map(([name, value]) => ({ name: name!, value: value! }))} />;
}

export function madeBy({ madeAt, madeBy: { role, ref } }: KeptLine): string {
  const title = isRole(role) ? roleTitles[role].nl : role;
  return `${formatDate(brusselsDate(madeAt), "nl")}, ${title} (${ref.slice(0, 8)})`;
}
