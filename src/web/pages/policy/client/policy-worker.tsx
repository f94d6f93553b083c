// Computes in the browser, away from the page: the law, invented people, and the result as the server would draw it.
import { localized, pick, type Quarter, quarter } from "../../../../kernel/index.ts";
import { allRules, buildLaw, type Law, lawFromPlain, type PlainLaw } from "../../../../law/index.ts";
import { brokenRules, leversOf, leverText, readLevers, reformOfLevers } from "../levers.ts";
import { PolicyRoom } from "../outcome.ts";
import { queryOf } from "../query.ts";
import { Results } from "../results.tsx";
import type { Ask, Start, Told } from "./messages.ts";

interface Scope {
  onmessage: ((event: { readonly data: Start | Ask }) => void) | null;
  postMessage(message: Told | "ready"): void;
}
declare const self: Scope;
declare function fetch(url: string): Promise<{ json(): Promise<unknown> }>;

let ready: { readonly law: Law; readonly room: PolicyRoom; readonly from: Quarter } | null = null;

self.onmessage = ({ data }) => {
  if ("grants" in data) void start(data);
  else if (ready !== null) self.postMessage(answer(data));
};

async function start({ grants, from, horizon }: Start): Promise<void> {
  const { law: plain } = (await (await fetch("/beleid/wet.json")).json()) as { law: PlainLaw };
  const built = buildLaw(lawFromPlain(plain), allRules);
  if (!built.ok) throw new Error("The law that was sent does not fit the rules");
  const law = built.value;
  ready = { law, room: new PolicyRoom(law, quarter(from), grants, horizon), from: quarter(from) };
  self.postMessage("ready");
}

function answer(ask: Ask): Told {
  const started = performance.now();
  const { law, room, from } = ready!;
  const values = readLevers(leversOf(law, from), new URLSearchParams(ask.values));
  const outcome = room.run(reformOfLevers(law, values, from, localized("", "", "")), ask.quarters);
  const changed = values.some(({ lever, value }) => value !== lever.now);
  const broken = brokenRules(law, values, from);
  const query = queryOf(values);
  const html = String(<Results language={ask.language} outcome={outcome} changed={changed} query={query} />);
  const levers = Object.fromEntries(
    values.map(({ lever, value }) => [
      lever.name,
      {
        text: leverText(lever, value, ask.language),
        broken: broken
          .filter((one) => one.lever === lever.name)
          .map(({ message }) => pick(message, ask.language))
          .join(" "),
      },
    ]),
  );
  return { id: ask.id, html, levers, query, milliseconds: performance.now() - started };
}
