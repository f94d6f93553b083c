// The page: levers in a form that works by itself, and the result beside it, which follows the levers where the browser can compute.
import { type Language, pick, type Quarter } from "../../../kernel/index.ts";
import { pathIn } from "../../language.ts";
import { SubmitButton } from "../../look/button.tsx";
import { Layout } from "../../look/layout.tsx";
import type { Page } from "../../page.ts";
import { type BrokenRule, type LeverValue, leverText } from "./levers.ts";
import type { Outcome } from "./outcome.ts";
import { POLICY_PATH, RECORDS_PATH } from "./paths.ts";
import { policyText } from "./policy-text.ts";
import { queryOf } from "./query.ts";
import { Results } from "./results.tsx";

const languageTag = { nl: "nl-BE", en: "en-GB", fr: "fr-BE" } as const;

export interface PolicyPageProps {
  readonly page: Page;
  readonly values: readonly LeverValue[];
  readonly broken: readonly BrokenRule[];
  readonly outcome: Outcome | null;
  readonly from: Quarter;
  readonly grants: number;
  /** Address of the script; null: the page goes without. */
  readonly script: string | null;
  /** Whether this visitor may also compute over the records. */
  readonly records: boolean;
}

export function PolicyPage({ page, values, broken, outcome, from, grants, script, records }: PolicyPageProps) {
  const { language } = page;
  const text = policyText(language);
  const changed = values.some(({ lever, value }) => value !== lever.now);
  const path = pathIn(language, POLICY_PATH);
  const query = queryOf(values);
  return (
    <Layout page={page} title={text.title} description={text.description}>
      <h1 class="au-c-heading au-c-heading--1">{text.title}</h1>
      <p class="mw-lead" id="beleid-inleiding">
        {text.intro(new Intl.NumberFormat(languageTag[language]).format(grants))}
      </p>
      <div class="mw-policy">
        <form
          class="mw-policy__levers"
          method="get"
          action={path}
          id="beleid"
          data-from={from}
          data-language={language}
          data-intro={text.intro("#")}
        >
          <fieldset>
            <legend>{text.levers}</legend>
            {values.map((value) => (
              <LeverField value={value} language={language} broken={broken.filter(({ lever }) => lever === value.lever.name)} />
            ))}
          </fieldset>
          <p class="mw-policy__actions">
            <SubmitButton>{text.compute}</SubmitButton> <a href={path}>{text.reset}</a>
          </p>
          <p id="beleid-live" hidden>
            {text.asYouGo}
          </p>
        </form>
        <section class="mw-policy__results" aria-labelledby="beleid-uitkomst">
          <h2 class="au-c-heading au-c-heading--2" id="beleid-uitkomst">
            {text.result}
          </h2>
          <div id="uitkomst" aria-live="off">
            <Results language={language} outcome={outcome} changed={changed} query={query} />
          </div>
          <ul class="mw-policy__links">
            <li>
              <a id="beleid-link" href={`${path}${query}`}>
                {text.link}
              </a>
            </li>
            <li>
              <a id="beleid-nota" href={`${path}/nota.pdf${query}`}>
                {text.note}
              </a>
            </li>
            <li>
              <a href={`${path}/geval${query}`}>{text.ownCase}</a>
            </li>
            {records ? (
              <li>
                <a href={RECORDS_PATH}>{text.onRecords}</a>
              </li>
            ) : null}
            <li>
              <a id="beleid-cijfers" href={`${path}/cijfers.json${query}`}>
                {text.download}
              </a>
            </li>
            <li>
              <a id="beleid-csv" href={`${path}/cijfers.csv${query}`}>
                {text.downloadCsv}
              </a>
            </li>
          </ul>
        </section>
      </div>
      {script === null ? null : <script type="module" src={script} />}
    </Layout>
  );
}

function LeverField({ value, language, broken }: { value: LeverValue; language: Language; broken: readonly BrokenRule[] }) {
  const { lever, typed } = value;
  const text = policyText(language);
  const wrong = typed === null ? null : text.wrongNumber(String(lever.min), String(lever.max));
  return (
    <div class="mw-lever">
      <label class="mw-label" for={lever.name}>
        {pick(lever.title, language)}
      </label>
      <div class="mw-lever__line">
        <input
          type="range"
          id={lever.name}
          name={lever.name}
          min={lever.min}
          max={lever.max}
          step={lever.step}
          value={String(value.value)}
          aria-describedby={`${lever.name}-nu ${lever.name}-regel`}
          aria-valuetext={leverText(lever, value.value, language)}
        />
        <output for={lever.name} id={`${lever.name}-waarde`}>
          {leverText(lever, value.value, language)}
        </output>
      </div>
      <p class="mw-lever__now" id={`${lever.name}-nu`}>
        {text.now(leverText(lever, lever.now, language))}
      </p>
      <p class="mw-lever__broken" id={`${lever.name}-regel`} role="status">
        {wrong ?? broken.map(({ message }) => pick(message, language)).join(" ")}
      </p>
    </div>
  );
}
