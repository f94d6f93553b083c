// The two simulators: a form on an empty address, the outcome on a filled one, the form again with its mistakes on a wrong one.
import type { Child } from "hono/jsx";
import type { PlainDate } from "../../kernel/index.ts";
import type { Law } from "../../law/index.ts";
import { glossaryOf } from "../glossary.ts";
import { pathIn } from "../language.ts";
import type { Page } from "../page.ts";
import type { SimulatedCase } from "./contract.ts";
import { EmployerFormPage } from "./employer-form.tsx";
import { type ReadForm, readEmployerForm } from "./employer-query.ts";
import { readingsOf } from "./readings.ts";
import { RefusedPage } from "./refused-page.tsx";
import { ResultPage } from "./result-page.tsx";
import { SelfEmployedFormPage } from "./self-employed-form.tsx";
import { readSelfEmployedForm } from "./self-employed-query.ts";
import { mostWithContributions, simulate } from "./simulate.ts";
import { EMPLOYER_PATH, SELF_EMPLOYED_PATH } from "./tabs.tsx";

export interface SimulatorPage {
  readonly status: 200 | 400;
  readonly body: Child;
}

export function employerSimulator(page: Page, law: Law, today: PlainDate, query: URLSearchParams): SimulatorPage {
  const read = asShown(query, readEmployerForm(query, law, today, page.language));
  const form = <EmployerFormPage page={page} law={law} glossary={glossaryOf(law.rulebook)} today={today} read={read} />;
  return outcome(page, law, query, read, EMPLOYER_PATH, form);
}

export function selfEmployedSimulator(page: Page, law: Law, today: PlainDate, query: URLSearchParams): SimulatorPage {
  const read = asShown(query, readSelfEmployedForm(query, law, today, page.language));
  const form = <SelfEmployedFormPage page={page} law={law} glossary={glossaryOf(law.rulebook)} today={today} read={read} />;
  return outcome(page, law, query, read, SELF_EMPLOYED_PATH, form);
}

/** Going back to the form keeps what was typed; it is judged when it is sent again. */
function asShown<F, C>(query: URLSearchParams, read: ReadForm<F, C>): ReadForm<F, C> {
  return query.has("wijzig") ? { ...read, sent: false, mistakes: [] } : read;
}

function outcome(
  page: Page,
  law: Law,
  query: URLSearchParams,
  read: ReadForm<unknown, SimulatedCase>,
  path: string,
  form: Child,
): SimulatorPage {
  const { simulated } = read;
  if (!read.sent) return { status: 200, body: form };
  if (simulated === null) return { status: 400, body: form };
  const address = (changes: Readonly<Record<string, string | null>>) => {
    const changed = new URLSearchParams(query);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) changed.delete(name);
      else changed.set(name, value);
    }
    return `${pathIn(page.language, path)}?${changed}`;
  };
  const simulation = simulate(law, simulated);
  if (simulation.kind === "none") {
    return {
      status: 200,
      body: <RefusedPage page={page} reasons={simulation.reasons} changeHref={address({ wijzig: "1" })} path={path} />,
    };
  }
  const [first] = simulation.quarters;
  const chosen = simulation.quarters.find((one) => one.quarter === query.get("kwartaal")) ?? first;
  if (chosen === undefined) return { status: 400, body: form };
  return {
    status: 200,
    body: (
      <ResultPage
        page={page}
        law={law}
        simulated={simulated}
        simulation={simulation}
        most={mostWithContributions(law, simulated)}
        readings={readingsOf(law, simulated, simulation)}
        chosen={chosen}
        open={query.get("toon")}
        address={address}
        path={path}
      />
    ),
  };
}
