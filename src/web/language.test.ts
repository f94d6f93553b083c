import { describe, expect, test } from "vitest";
import { languageOfPath, pathIn, preferredLanguage } from "./language.ts";

describe("the address of a page in a language", () => {
  test("Dutch has no prefix, English and French have one", () => {
    expect(pathIn("nl", "/simulator")).toBe("/simulator");
    expect(pathIn("en", "/simulator")).toBe("/en/simulator");
    expect(pathIn("fr", "/")).toBe("/fr");
    expect(pathIn("fr", "/?a=1")).toBe("/fr?a=1");
  });

  test("reading an address gives back language and path", () => {
    for (const language of ["nl", "en", "fr"] as const) {
      for (const path of ["/", "/simulator", "/antwoorden/sv-170"]) {
        expect(languageOfPath(pathIn(language, path))).toEqual({ language, path });
      }
    }
  });

  test("a word that merely starts like a prefix is no prefix", () => {
    expect(languageOfPath("/enquete")).toEqual({ language: "nl", path: "/enquete" });
  });
});

describe("the language that a browser asks for", () => {
  test("takes the heaviest of ours, else the first", () => {
    expect(preferredLanguage("fr-BE,fr;q=0.9,nl;q=0.8")).toBe("fr");
    expect(preferredLanguage("de,en;q=0.5,nl;q=0.7")).toBe("nl");
    expect(preferredLanguage("nl-BE")).toBe("nl");
  });

  test("is none for another language, a refused one, or no wish", () => {
    expect(preferredLanguage("de")).toBeNull();
    expect(preferredLanguage("en;q=0")).toBeNull();
    expect(preferredLanguage(undefined)).toBeNull();
  });
});
