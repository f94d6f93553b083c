// The policy page in Chromium: a lever is dragged, and the time from each move to the new figures on the page is taken.
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium as launcher } from "@playwright/test";
import { systemClock } from "../../src/kernel/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createWeb, loadStylesheet } from "../../src/web/index.ts";
import { type Spread, spread } from "../rounds.ts";
import type { Gate, Job } from "./index.ts";

/** Moves the first lever step by step, waits for each answer to be on the page, and gives the milliseconds of every move. */
const drag = (moves: number) => `(async () => {
  const lever = document.getElementById("plafond");
  const shown = document.getElementById("uitkomst");
  // Told at once: a timer that looks again and again is held up for milliseconds by the browser.
  const answered = (before) => new Promise((done) => {
    const watch = new MutationObserver(() => {
      if (shown.dataset.answer === before) return;
      watch.disconnect();
      done();
    });
    watch.observe(shown, { attributes: true, attributeFilter: ["data-answer"] });
  });
  const found = { whole: [], work: [], text: new Set() };
  for (let move = 0; move < ${moves}; move += 1) {
    const before = shown.dataset.answer;
    const told = answered(before);
    lever.value = String(1.5 + (move % 20) / 10);
    const start = performance.now();
    lever.dispatchEvent(new Event("input", { bubbles: true }));
    await told;
    shown.getBoundingClientRect();
    found.whole.push(performance.now() - start);
    found.work.push(Number(shown.dataset.work));
    found.text.add(shown.querySelector("strong").textContent);
  }
  return { whole: found.whole, work: found.work, different: found.text.size };
})()`;

export const policyPageJob: Job = async ({ quick, say }) => {
  const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
  const web = createWeb({
    law: openLaw(),
    clock: systemClock,
    demo: true,
    stylesheet: loadStylesheet(null),
    answers: () => Promise.reject(new Error("not asked here")),
    bodyLimit: 1_000_000,
  });
  const server = createServer((request, response) => {
    void (async () => {
      const answer = await web.request(`http://localhost${request.url}`);
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const browser = await launcher.launch({
    ...(chromium === undefined ? {} : { executablePath: chromium }),
    args: ["--no-sandbox"],
  });
  const mistakes: string[] = [];
  const found: Record<string, { grants: number; whole: Spread; work: Spread; fastestTenth: number }> = {};
  try {
    for (const grants of quick ? [100_000] : [100_000, 1_000_000]) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/beleid?toekenningen=${grants}`);
      await page.waitForSelector("form[data-ready]", { timeout: 120_000 });
      await page.waitForSelector("#uitkomst[data-answer]", { timeout: 120_000 });
      // The first moves warm the code.
      await page.evaluate(drag(20));
      const { whole, work, different } = await page.evaluate<{ whole: number[]; work: number[]; different: number }>(
        drag(quick ? 20 : 60),
      );
      if (different < 10) mistakes.push(`${grants} grants: the figures hardly moved (${different} different)`);
      const sorted = [...whole].sort((a, b) => a - b);
      const one = { grants, whole: spread(whole), work: spread(work), fastestTenth: sorted[Math.floor(sorted.length / 10)]! };
      found[grants] = one;
      say(
        `${String(grants).padStart(8)} grants: ${one.whole.median.toFixed(1)} ms from move to figures (${one.whole.low.toFixed(1)}-${one.whole.high.toFixed(1)}), of which ${one.work.median.toFixed(1)} ms work`,
      );
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
  const gate = (grants: number, most: number): Gate[] => {
    const one = found[grants];
    if (one === undefined) return [];
    const value = `${one.whole.median.toFixed(1)} ms`;
    return [
      {
        name: `drag over ${grants} grants in Chromium`,
        value,
        gate: `${most} ms`,
        ambition: `${most} ms`,
        holds: one.whole.median < most,
      },
    ];
  };
  return { mistakes, gates: [...gate(100_000, 16), ...gate(1_000_000, 100)], figures: { browser: "Chromium", found } };
};
