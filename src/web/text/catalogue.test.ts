import { expect, test } from "vitest";
import { catalogue } from "./catalogue.ts";

test("a text is said in the language that is asked, with its values", () => {
  const text = catalogue({
    greeting: { nl: "Dag", en: "Hello", fr: "Bonjour" },
    count: { nl: (n: number) => `${n} dagen`, en: (n: number) => `${n} days`, fr: (n: number) => `${n} jours` },
  });
  expect(text("fr").greeting).toBe("Bonjour");
  expect(text("nl").count(3)).toBe("3 dagen");
});

test("a missing language does not compile", () => {
  // @ts-expect-error French is missing.
  catalogue({ greeting: { nl: "Dag", en: "Hello" } });
});
