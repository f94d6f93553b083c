// Every catalogue says every text in every language, with words in it: the compiler sees a missing one, this sees an empty or a forgotten one.
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { type Language, languages } from "../../kernel/index.ts";

type Catalogue = (language: Language) => Readonly<Record<string, unknown>>;

/** The files of texts in three languages: those that make a catalogue. */
async function catalogues(): Promise<readonly (readonly [name: string, texts: Catalogue])[]> {
  const files = readdirSync(new URL(".", import.meta.url))
    .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
    .map((file) => file.slice(0, -3));
  const modules = await Promise.all(
    files.map(async (file) => [file, (await import(`./${file}.ts`)) as Record<string, unknown>] as const),
  );
  return modules.flatMap(([file, exported]) =>
    Object.entries(exported).flatMap(([name, value]) =>
      /Text$/.test(name) && typeof value === "function" && value.length === 1
        ? [[`${file}: ${name}`, value as Catalogue] as const]
        : [],
    ),
  );
}

test("no part of the applicant's words says again what another part says", async () => {
  const folder = new URL("./applicant/", import.meta.url);
  const parts = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const modules = await Promise.all(parts.map((file) => import(`./applicant/${file.slice(0, -3)}.ts`) as Promise<object>));
  const keys = modules.flatMap((part) => Object.values(part).flatMap((words) => Object.keys(words as object)));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test("no public text is empty, or left in Dutch where it is a sentence", async () => {
  const found = await catalogues();
  expect(found.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  for (const [name, texts] of found) {
    const spoken = new Map(languages.map((language) => [language, texts(language)]));
    const dutch = spoken.get("nl") ?? {};
    for (const [key, value] of Object.entries(dutch)) {
      for (const language of languages) {
        const said = spoken.get(language)?.[key];
        if (typeof said !== typeof value) wrong.push(`${name}.${key} in ${language}: ${typeof said}`);
        else if (typeof said === "string" && said.trim() === "") wrong.push(`${name}.${key} in ${language} is empty`);
        else if (language !== "nl" && typeof said === "string" && said === value && said.split(" ").length > 4)
          wrong.push(`${name}.${key} in ${language} is the Dutch text`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
