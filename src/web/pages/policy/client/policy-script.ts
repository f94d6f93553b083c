// Follows the levers: asks the worker while one moves, shows what it says, and keeps the address of the choice. Without it the form does the same.
import type { Language } from "../../../../kernel/index.ts";
import type { Ask, Start, Told } from "./messages.ts";

declare const WORKER: string;

// The few parts of a page that are used; the rest of this house does not know browsers.
interface Element {
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly name: string;
  readonly value: string;
  hidden: boolean;
  href: string;
  innerHTML: string;
  textContent: string;
  setAttribute(name: string, value: string): void;
  addEventListener(name: string, work: () => void): void;
  querySelectorAll(what: string): Iterable<Element>;
}
interface Thread {
  onmessage: ((event: { readonly data: Told | "ready" }) => void) | null;
  postMessage(message: Start | Ask): void;
}
declare const document: { getElementById(id: string): Element | null };
declare const Worker: new (url: string, options: { readonly type: "module" }) => Thread;
declare const history: { replaceState(state: null, title: string, url: string): void };
declare const location: { readonly pathname: string; readonly search: string };
declare const setTimeout: (work: () => void, milliseconds: number) => number;
declare const clearTimeout: (timer: number) => void;

const form = document.getElementById("beleid");
const result = document.getElementById("uitkomst");
if (form !== null && result !== null && typeof Worker !== "undefined") follow(form, result);

function follow(form: Element, result: Element): void {
  const language = form.dataset.language as Language;
  const inputs = [...form.querySelectorAll("input[type=range]")];
  // A test may ask for another number of invented people.
  const asked = Number(new URLSearchParams(location.search).get("toekenningen"));
  const grants = asked >= 1 && asked <= 1_000_000 ? asked : 100_000;
  const all = 12;
  const worker = new Worker(WORKER, { type: "module" });
  let id = 0;
  let busy = false;
  let waiting: number | null = null;
  let rest = 0;
  let sentAt = 0;

  const send = (quarters: number): void => {
    busy = true;
    waiting = null;
    id += 1;
    sentAt = performance.now();
    worker.postMessage({ id, language, quarters, values: Object.fromEntries(inputs.map(({ name, value }) => [name, value])) });
  };
  const ask = (quarters: number): void => {
    // What comes while the worker is busy waits; only the newest counts.
    if (busy) waiting = Math.max(quarters, waiting === null ? 0 : 1);
    else send(quarters);
  };
  const moved = (): void => {
    clearTimeout(rest);
    ask(1);
    rest = setTimeout(() => ask(all), 250);
  };

  worker.onmessage = ({ data }) => {
    if (data === "ready") {
      const said = document.getElementById("beleid-live");
      if (said !== null) said.hidden = false;
      // From here on more people are computed than the server did.
      const intro = document.getElementById("beleid-inleiding");
      const people = new Intl.NumberFormat({ nl: "nl-BE", en: "en-GB", fr: "fr-BE" }[language]).format(grants);
      if (intro !== null) intro.textContent = (form.dataset.intro ?? "").replace("#", people);
      form.setAttribute("data-ready", "true");
      for (const input of inputs) input.addEventListener("input", moved);
      ask(all);
      return;
    }
    busy = false;
    result.innerHTML = data.html;
    result.setAttribute("data-milliseconds", String(Math.round((performance.now() - sentAt) * 10) / 10));
    result.setAttribute("data-work", String(Math.round(data.milliseconds * 10) / 10));
    result.setAttribute("data-answer", String(data.id));
    for (const input of inputs) {
      const lever = data.levers[input.name];
      if (lever === undefined) continue;
      input.setAttribute("aria-valuetext", lever.text);
      const [value, rule] = [document.getElementById(`${input.name}-waarde`), document.getElementById(`${input.name}-regel`)];
      if (value !== null) value.textContent = lever.text;
      if (rule !== null && rule.textContent !== lever.broken) rule.textContent = lever.broken;
    }
    const path = location.pathname;
    for (const [name, suffix] of [
      ["beleid-link", ""],
      ["beleid-nota", "/nota.pdf"],
      ["beleid-cijfers", "/cijfers.json"],
      ["beleid-csv", "/cijfers.csv"],
    ] as const) {
      const link = document.getElementById(name);
      if (link !== null) link.href = `${path}${suffix}${data.query}`;
    }
    if (waiting === null && asked === 0) history.replaceState(null, "", `${path}${data.query}`);
    if (waiting !== null) send(waiting);
  };
  worker.postMessage({ grants, from: form.dataset.from!, horizon: all });
}
