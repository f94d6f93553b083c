import { expect, test } from "vitest";
import { instant, plainDate } from "../../kernel/index.ts";
import type { Answer } from "../../statistics/index.ts";
import { releasedFor } from "./released-answers.ts";

const own = plainDate("2023-12-31");
const release = (revision: number, reference: string, knownAt: string) => ({
  name: "sv-170",
  revision,
  answer: { reference: plainDate(reference), knownAt: instant(knownAt) } as Answer,
});
const released = [
  release(3, "2024-12-31", "2025-01-15T00:00:00.000Z"),
  release(2, "2023-12-31", "2024-06-01T09:00:00.000Z"),
  release(1, "2023-12-31", "2024-01-15T00:00:00.000Z"),
];
const found = (at: string | null, knownAt: string | null) =>
  releasedFor(released, { at: at === null ? null : plainDate(at), knownAt: knownAt === null ? null : instant(knownAt) }, own)
    ?.revision ?? null;

test("without dates it is the newest release about the document's own day", () => {
  expect(found(null, null)).toBe(2);
});

test("a date that was released gives that release, and an earlier knowledge the earlier one", () => {
  expect(found("2024-12-31", null)).toBe(3);
  expect(found("2023-12-31", "2024-01-15T21:00:00.000Z")).toBe(1);
});

test("a date or a knowledge that was not released gives nothing, also a day beside one that was", () => {
  expect(found("2024-12-30", null)).toBeNull();
  expect(found("2025-01-01", null)).toBeNull();
  expect(found("2023-12-31", "2024-01-14T12:00:00.000Z")).toBeNull();
  expect(releasedFor([], { at: null, knownAt: null }, own)).toBeNull();
});
