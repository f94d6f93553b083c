// The load: programs that apply, hand in evidence, pay quarters and ask figures over HTTP, and readers of pages; each notes what it was told.
import { setTimeout as sleep } from "node:timers/promises";
import { fromQuarterNumber, quarter as quarterName } from "../../src/kernel/index.ts";
import { attestsOf, type Cast, commandKey } from "./cast.ts";

export interface Booked {
  readonly quarter: number;
  readonly runRef: string;
}

/** What was acknowledged, and what was answered that should not have been. */
export interface Tally {
  readonly applications: { readonly id: string; readonly key: string; readonly tries: number }[];
  readonly booked: Booked[];
  readonly refusedApplications: Record<string, number>;
  readonly wrongAnswers: string[];
  pages: number;
  figures: number;
  uploads: number;
  /** Answers that said: try again later. */
  later: number;
}

export const newTally = (): Tally => ({
  applications: [],
  booked: [],
  refusedApplications: {},
  wrongAnswers: [],
  pages: 0,
  figures: 0,
  uploads: 0,
  later: 0,
});

export interface Load {
  readonly cast: Cast;
  /** Addresses of the servers; requests go to one and the other. */
  readonly servers: readonly string[];
  readonly tally: Tally;
  readonly over: () => boolean;
}

interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly text: string;
}

let turn = 0;

/** Null: no answer, because the server was killed while it worked or is not up. Statuses that are not expected are noted. */
async function ask(load: Load, path: string, init: RequestInit, expected: readonly number[]): Promise<Answer | null> {
  const server = load.servers[turn++ % load.servers.length]!;
  try {
    const response = await fetch(`${server}${path}`, { ...init, signal: AbortSignal.timeout(60_000) });
    const text = await response.text();
    if (response.status === 503) load.tally.later += 1;
    else if (!expected.includes(response.status))
      load.tally.wrongAnswers.push(`${response.status} ${init.method ?? "GET"} ${path} ${text.slice(0, 300)}`);
    return { status: response.status, etag: response.headers.get("etag"), text };
  } catch {
    return null;
  }
}

const json = (token: string, key?: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  "content-type": "application/json",
  ...(key === undefined ? {} : { "idempotency-key": key }),
});

const PAGES = ["/", "/simulator", "/api/v1/answers/sv-170", "/wet", "/cijfers", "/docs"];

/** Reads pages without login. */
export async function readPages(load: Load, paths: readonly string[] = PAGES): Promise<void> {
  for (let n = 0; !load.over(); n += 1) {
    const answer = await ask(load, paths[n % paths.length]!, {}, [200]);
    if (answer?.status === 200) load.tally.pages += 1;
    await sleep(150);
  }
}

const QUESTION = `id: harness
title: { nl: Personen met een toekenning, en: Persons with a grant, fr: Personnes avec un octroi }
unit: person
measure: { flow: grant.decided }
at: 2024
by: [premiums]
`;

export async function askFigures(load: Load): Promise<void> {
  const headers = { ...json(load.cast.keys.statistician), "content-type": "application/yaml" };
  while (!load.over()) {
    const init = { method: "POST", headers, body: QUESTION };
    const answer = await ask(load, "/api/v1/figures?channel=internal", init, [200]);
    if (answer?.status === 200) load.tally.figures += 1;
    await sleep(500);
  }
}

const EVIDENCE = Buffer.from(`%PDF-1.4\n${"x".repeat(8_000)}`).toString("base64");

/** Files applications with evidence, each for another firm and person; one without an answer is sent again under the same key. */
export async function apply(load: Load, nth: number, of: number): Promise<void> {
  const { cast, tally } = load;
  for (const token of cast.keys.firms) {
    let answer: Answer | null = null;
    const init = { method: "POST", headers: json(token, commandKey()), body: "{}" };
    while (answer?.status !== 201 && !load.over()) {
      answer = await ask(load, "/api/v1/registrations", init, [201, 422]);
      if (answer?.status === 422) break;
    }
  }
  for (let n = nth; !load.over(); n += of) {
    const token = cast.keys.firms[n % cast.keys.firms.length]!;
    const insz = cast.people[Math.floor(n / cast.keys.firms.length)];
    if (insz === undefined) return;
    const key = commandKey();
    const body = JSON.stringify({
      applicant: "EMPLOYER",
      worker: { insz, givenName: "Noor", familyName: "Synchaos" },
      premiums: "WAGE",
      situation: "NEW_HIRE",
      contract: { kind: "OPEN_ENDED", from: "2026-09-01" },
      employmentFraction: "0.8",
      worksInFlanders: true,
      notInDifficulty: true,
      contact: { name: "An Synhof", email: "an@synfirma.be" },
      evidence: [{ name: "contract.pdf", content: EVIDENCE }],
    });
    for (let tries = 1; !load.over(); tries += 1) {
      const answer = await ask(
        load,
        "/api/v1/applications",
        { method: "POST", headers: json(token, key), body },
        [201, 409, 422],
      );
      if (answer?.status === 201) {
        tally.applications.push({ id: (JSON.parse(answer.text) as { id: string }).id, key, tries });
        break;
      }
      if (answer !== null && answer.status !== 503) {
        const why = reasonOf(answer.text);
        tally.refusedApplications[why] = (tally.refusedApplications[why] ?? 0) + 1;
        break;
      }
      await sleep(100);
    }
  }
}

function reasonOf(text: string): string {
  try {
    const { errors, type } = JSON.parse(text) as { errors?: readonly { id?: string; rule?: string }[]; type?: string };
    return errors?.map((one) => one.id ?? one.rule).join(" ") ?? String(type);
  } catch {
    return text.slice(0, 80);
  }
}

interface RunSeen {
  readonly id: string;
  readonly stage: string;
  readonly quarter: string;
  readonly version: number;
  readonly work: { readonly failed: string | null } | null;
}

const RUNS = "/api/v1/payments/runs";

/** Pays quarter after quarter: hands the declarations in, and does each step that the run waits for, until `last` says that this was the last. */
export async function payQuarters(load: Load, quarters: readonly number[], last: () => boolean): Promise<void> {
  const { officer } = load.cast.keys;
  for (const quarter of quarters) {
    const attests = attestsOf(load.cast, quarter);
    const label = quarterName(fromQuarterNumber(quarter));
    const key = commandKey();
    for (let taken = false; !taken && !load.over(); ) {
      const headers = { ...json(officer, key), "content-type": "application/xml" };
      const init = { method: "POST", headers, body: attests };
      const answer = await ask(load, `/api/v1/payments/declarations?kind=ATTESTS&label=${label}`, init, [200, 201]);
      taken = answer?.status === 201 || answer?.status === 200;
      if (!taken) await sleep(200);
    }
    load.tally.uploads += 1;
    while (!load.over()) {
      const run = await seen(load, label);
      if (run === "away") await sleep(200);
      else if (run?.stage === "BOOKED") {
        load.tally.booked.push({ quarter, runRef: run.id });
        break;
      } else await step(load, label, run);
      await sleep(200);
    }
    if (last() || load.over()) return;
  }
}

async function seen(load: Load, label: string): Promise<RunSeen | null | "away"> {
  const headers = json(load.cast.keys.officer);
  const listed = await ask(load, RUNS, { headers }, [200]);
  if (listed?.status !== 200) return "away";
  const { items } = JSON.parse(listed.text) as { items: readonly RunSeen[] };
  const found = items.find((one) => one.quarter === label && one.stage !== "CANCELLED");
  if (found === undefined) return null;
  const one = await ask(load, `${RUNS}/${found.id}`, { headers }, [200]);
  return one?.status === 200 ? (JSON.parse(one.text) as RunSeen) : "away";
}

/** What the run waits for now. Another try may have done it meanwhile, which is said with a conflict. */
async function step(load: Load, label: string, run: RunSeen | null): Promise<void> {
  const { officer, approver } = load.cast.keys;
  const post = (path: string, token: string, body: unknown) => {
    const version = run === null ? {} : { "if-match": `"v${run.version}"` };
    const init = { method: "POST", headers: { ...json(token, commandKey()), ...version }, body: JSON.stringify(body) };
    return ask(load, path, init, [200, 201, 202, 409, 412, 422]);
  };
  if (run === null) await post(RUNS, officer, { quarter: label });
  else if (run.work !== null && run.work.failed === null) await sleep(300);
  else if (run.stage === "STARTED") await post(`${RUNS}/${run.id}/calculate`, officer, {});
  else if (run.stage === "CALCULATED") await post(`${RUNS}/${run.id}/approve`, approver, {});
  else if (run.stage === "APPROVED") await post(`${RUNS}/${run.id}/book`, officer, {});
}
