// The policy page, its note as PDF, its figures, and the built files that let the browser compute.

import type { Hono } from "hono";
import { allow, reachOf } from "../../../access/index.ts";
import { addQuarters, type Clock, firstDay, localized, type Quarter, quarterOf } from "../../../kernel/index.ts";
import { type ComputeLab, defaultLoss, inventedSeed, noteOf, type Reform, resultCsv } from "../../../lab/index.ts";
import { type Law, plainLaw } from "../../../law/index.ts";
import { renderPdf } from "../../../letters/index.ts";
import type { Door, WebContext } from "../../door.tsx";
import type { WebEnv } from "../../visitor.ts";
import { casePage } from "./case-route.tsx";
import { brokenRules, leversOf, readLevers, reformOfLevers } from "./levers.ts";
import type { Outcome } from "./outcome.ts";
import { POLICY_PATH } from "./paths.ts";
import { PolicyPage } from "./policy-page.tsx";
import { policyText } from "./policy-text.ts";
import { queryOf } from "./query.ts";
import { policyScripts } from "./scripts.ts";

/** The server does few: it shows the page where the browser does not compute. */
const serverGrants = 10_000;
export const shownQuarters = 12;

export interface PolicyOptions {
  readonly law: Law;
  readonly clock: Clock;
  /** Computes elsewhere than on the thread that answers visitors. */
  readonly compute: ComputeLab;
  /** Whether the lab can also be asked over the records. */
  readonly records: boolean;
}

export function policyRoutes(door: Door, app: Hono<WebEnv>, options: PolicyOptions): void {
  const { clock } = options;
  let made: { readonly from: Quarter; readonly known: Map<string, Promise<Outcome | null>> } | null = null;
  /** What was computed counts until a quarter has passed. */
  const ready = () => {
    const from = addQuarters(quarterOf(clock.today()), 1);
    if (made?.from !== from) made = { from, known: new Map() };
    return made;
  };
  const { law } = options;
  const at = async (query: URLSearchParams) => {
    const { from, known } = ready();
    const values = readLevers(leversOf(law, from), query);
    const title = localized("Beleid proberen", "Try a policy", "Essayer une politique");
    const reform = reformOfLevers(law, values, from, title);
    const key = queryOf(values);
    const outcome = known.get(key) ?? outcomeOf(options.compute, reform, from);
    if (!known.has(key)) {
      if (known.size >= 256) known.clear();
      known.set(key, outcome);
      // A failure is told to who waits for it, and tried again for the next.
      outcome.catch(() => known.delete(key));
    }
    return { from, values, reform, outcome: await outcome, broken: brokenRules(law, values, from) };
  };
  const queryIn = (c: WebContext) => new URL(c.req.url).searchParams;

  door.page(POLICY_PATH, "everyone", async (page, c) => {
    const { values, broken, outcome, from } = await at(queryIn(c));
    const scripts = await policyScripts();
    const script = scripts === null ? null : `${POLICY_PATH}/script/${scripts.page.name}`;
    const body = (
      <PolicyPage
        page={page}
        values={values}
        broken={broken}
        outcome={outcome}
        from={from}
        grants={serverGrants}
        script={script}
        records={options.records && reachOf(page.login?.visitor?.role ?? null, "lab.run") !== null}
      />
    );
    return { status: values.some(({ typed }) => typed !== null) ? 400 : 200, body };
  });
  door.page(`${POLICY_PATH}/geval`, "everyone", (page, c) => {
    const { from } = ready();
    const query = queryIn(c);
    return casePage(page, law, from, readLevers(leversOf(law, from), query), query);
  });
  door.page(`${POLICY_PATH}/nota.pdf`, "everyone", async (page, c) => {
    const { reform, outcome, values } = await at(queryIn(c));
    if (outcome === null) return new Response(policyText(page.language).noResult, { status: 422 });
    const note = noteOf(law, reform, outcome.result, outcome.traits, page.language);
    const today = clock.today();
    const pdf = renderPdf({
      kind: "lab-note",
      language: page.language,
      reference: `${law.version} ${queryOf(values)}`.trim(),
      date: today,
      createdAt: `${today}T00:00:00.000Z` as never,
      from: { name: "Maatwerk", lines: [] },
      to: { name: "", lines: [] },
      title: note.title,
      summary: note.summary,
      blocks: note.blocks,
      synthetic: true,
    });
    return new Response(pdf as Uint8Array<ArrayBuffer>, { headers: { "content-type": "application/pdf" } });
  });
  door.page(`${POLICY_PATH}/cijfers.json`, "everyone", async (_, c) => {
    const { outcome, reform } = await at(queryIn(c));
    return new Response(JSON.stringify({ reform, ...(outcome ?? {}) }, null, 2), {
      headers: { "content-type": "application/json" },
    });
  });
  door.page(`${POLICY_PATH}/cijfers.csv`, "everyone", async (page, c) => {
    const { outcome } = await at(queryIn(c));
    if (outcome === null) return new Response(policyText(page.language).noResult, { status: 422 });
    return new Response(resultCsv(outcome.result), {
      headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="beleid.csv"' },
    });
  });
  // What the browser's own computing needs; the names of built files change with their content.
  app.get(
    `${POLICY_PATH}/script/:name`,
    allow("everyone", async (c) => {
      const scripts = await policyScripts();
      const file = scripts === null ? undefined : Object.values(scripts).find(({ name }) => name === c.req.param("name"));
      if (file === undefined) return c.notFound();
      return c.body(file.text, 200, {
        "content-type": "text/javascript; charset=utf-8",
        "cache-control": "public, max-age=31536000, immutable",
      });
    }),
  );
  app.get(
    `${POLICY_PATH}/wet.json`,
    allow("everyone", (c) => c.json({ law: plainLaw(options.law), first: firstDay(ready().from) })),
  );
}

/** Null: the law gives no exact amount under this reform, or refuses it. The same people as the browser's, only fewer. */
async function outcomeOf(compute: ComputeLab, reform: Reform, from: Quarter): Promise<Outcome | null> {
  const quarters = shownQuarters;
  const people = { grants: serverGrants, seed: inventedSeed };
  const shown = { employerShare: true, cases: true, loss: defaultLoss };
  const computed = await compute({ reform, from, quarters, draws: 1, ...shown, people });
  return computed.ok ? computed.value : null;
}
