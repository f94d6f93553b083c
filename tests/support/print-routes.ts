// Prints every page that exists, and who may use it, as JSON: the table against which the browser holds what it visited.
import { declaredRoutes } from "../../src/access/index.ts";
import { openLaw } from "../../src/law/open-law.ts";
import { createWeb, type WebOptions } from "../../src/web/index.ts";

/** Stands in for every port: routes are only declared here, never asked. */
// biome-ignore lint/suspicious/noExplicitAny: any port of any shape
const anything: any = new Proxy(() => anything, {
  get: (_, key) => (key === "then" ? undefined : anything),
  apply: () => anything,
});

const ports = [
  "clock",
  "answers",
  "login",
  "counter",
  "transition",
  "watch",
  "department",
  "privacy",
  "figures",
  "payment",
  "vdab",
] as const;
const web = createWeb({
  ...Object.fromEntries(ports.map((name) => [name, anything])),
  law: openLaw(),
  cases: anything,
  demo: false,
  stylesheet: { css: "", hash: "x" },
  bodyLimit: 1,
} as unknown as WebOptions);
process.stdout.write(JSON.stringify(declaredRoutes(web)));
