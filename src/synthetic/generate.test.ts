import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  type BulkStream,
  type DossierEvent,
  type EmployerEvent,
  EVENT_STREAMS,
  evolveEmployer,
  evolveFile,
  evolveOldRight,
  evolvePerson,
  type FileEvent,
  NO_EMPLOYER,
  NO_FILE,
  NO_PERSON,
  type OldRight,
  type PersonEvent,
  type RightEvent,
} from "../dossier/index.ts";
import { type Instant, isIban, isInsz, isKbo, plainDate } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { generateFlanders, type Portion, personsAt, scaleFor } from "./generate.ts";

const law = openLaw();
const until = plainDate("2026-11-23");
const small = { law, until, scale: 0.02 };
const portions = [...generateFlanders(small)];
const streams = portions.flatMap((portion) => portion.streams);

function fingerprint(given: readonly Portion[]): string {
  const hash = createHash("sha256");
  for (const { streams: of, sealed, lookups, attests, lines } of given)
    hash.update(JSON.stringify([of, sealed, lookups, attests, lines]));
  return hash.digest("hex");
}

const eventsOf = (stream: BulkStream): readonly DossierEvent[] =>
  stream.batches.flatMap((batch) => batch.events as readonly unknown[] as readonly DossierEvent[]);

describe("the same seed", () => {
  it("gives the same population to the last byte, and another seed another", () => {
    expect(fingerprint([...generateFlanders(small)])).toBe(fingerprint(portions));
    expect(fingerprint([...generateFlanders({ ...small, seed: "andere" })])).not.toBe(fingerprint(portions));
  });

  it("tells the same lives whatever the day: an earlier one only leaves out what came after it", () => {
    const day = "2025-02-14";
    const earlier = [...generateFlanders({ ...small, until: plainDate(day) })];
    const upTo = (given: readonly Portion[]) => {
      const streamsThen = given
        .flatMap((portion) => portion.streams)
        .map((stream) => ({ ...stream, batches: stream.batches.filter((batch) => batch.recordedAt.slice(0, 10) <= day) }))
        .filter((stream) => stream.batches.length > 0);
      const attests = given.flatMap((portion) => portion.attests).filter((one) => one.receivedAt.slice(0, 10) <= day);
      const lines = given.flatMap((portion) => portion.lines).filter((one) => one.bookedAt.slice(0, 10) <= day);
      const byKey = <T>(items: readonly T[], key: (item: T) => string) => new Map(items.map((item) => [key(item), item]));
      return {
        streams: byKey(streamsThen, (one) => one.streamRef),
        attests: byKey(attests, (one) => `${one.attestNo} ${one.version}`),
        lines: byKey(lines, (one) => `${one.grantRef} ${one.quarter} ${one.component} ${one.seq}`),
      };
    };
    const [then, now] = [upTo(earlier), upTo(portions)];
    expect(then.streams.size).toBeGreaterThan(500);
    expect(now.streams).toEqual(then.streams);
    expect(now.attests).toEqual(then.attests);
    expect(now.lines).toEqual(then.lines);
  });

  it("does not depend on how large the portions are", () => {
    const inOne = [...generateFlanders({ ...small, portion: 1_000_000 })];
    expect(inOne).toHaveLength(1);
    expect(inOne[0]?.streams).toEqual(streams);
  });

  it("tells the same events without declarations", () => {
    const events = [...generateFlanders({ ...small, declarations: false })];
    expect(events.flatMap((portion) => portion.streams)).toEqual(streams);
    expect(events.every((portion) => portion.attests.length === 0 && portion.lines.length === 0)).toBe(true);
  });

  it("tells the same lives up to an earlier day, and nothing after it", () => {
    const day = plainDate("2024-06-30");
    const shorter = [...generateFlanders({ ...small, until: day })].flatMap((portion) => portion.streams);
    const whole = new Map(streams.map((stream) => [stream.streamRef, stream]));
    for (const stream of shorter) {
      const beginning = whole.get(stream.streamRef)?.batches.filter((batch) => batch.recordedAt.slice(0, 10) <= day);
      expect(stream.batches).toEqual(beginning);
    }
    expect(shorter.length).toBeGreaterThan(500);
  });
});

describe("every stream", () => {
  it("is folded by the dossier without error and holds only events of its kind", () => {
    const kinds = new Set<string>();
    for (const stream of streams) {
      kinds.add(stream.streamKind);
      const events = eventsOf(stream);
      for (const event of events) expect(EVENT_STREAMS[event.type]).toContain(stream.streamKind);
      switch (stream.streamKind) {
        case "person":
          expect((events as PersonEvent[]).reduce(evolvePerson, NO_PERSON).facts).not.toBeNull();
          break;
        case "employer":
          expect((events as EmployerEvent[]).reduce(evolveEmployer, NO_EMPLOYER).facts).toHaveLength(1);
          break;
        case "file":
          expect((events as FileEvent[]).reduce(evolveFile, NO_FILE).application).not.toBeNull();
          break;
        case "right":
          expect((events as RightEvent[]).reduce<OldRight | null>(evolveOldRight, null)).not.toBeNull();
      }
    }
    expect(kinds).toEqual(new Set(["person", "employer", "file", "right"]));
  });

  it("is in order of recording, never records the future, and ends by the last day", () => {
    const last = `${until}T23:59:59.999Z` as Instant;
    for (const stream of streams) {
      let before = "";
      for (const batch of stream.batches) {
        expect(batch.recordedAt >= before).toBe(true);
        before = batch.recordedAt;
      }
      expect(before <= last).toBe(true);
    }
  });

  it("has a reference and commands of its own", () => {
    expect(new Set(streams.map((stream) => stream.streamRef)).size).toBe(streams.length);
    const commands = streams.flatMap((stream) => stream.batches.map((batch) => batch.commandId));
    expect(new Set(commands).size).toBe(commands.length);
  });
});

describe("people and firms", () => {
  const sealed = portions.flatMap((portion) => portion.sealed);
  const lookups = portions.flatMap((portion) => portion.lookups);
  const text = JSON.stringify(streams);

  it("have numbers that pass their check digits, each once", () => {
    const numbers = lookups.filter((one) => one.kind !== "name");
    expect(numbers.every((one) => (one.kind === "insz" ? isInsz(one.value) : isKbo(one.value)))).toBe(true);
    expect(new Set(numbers.map((one) => `${one.kind}${one.value}`)).size).toBe(numbers.length);
    const accounts = sealed.filter((one) => one.kind === "account").map((one) => (one.content as { iban: string }).iban);
    expect(accounts.length).toBeGreaterThan(50);
    expect(accounts.every(isIban)).toBe(true);
  });

  it("carry names that say they are invented", () => {
    const names = sealed.filter((one) => one.kind === "name").map((one) => one.content as { family?: string; name?: string });
    expect(names.every((one) => (one.family ?? one.name ?? "").startsWith("Syn"))).toBe(true);
  });

  it("leave no name, number or street in the events", () => {
    for (const one of lookups.slice(0, 600)) expect(text.includes(one.value)).toBe(false);
    expect(text).not.toMatch(/Syn[a-z]|straat|laan/);
  });

  it("are sealed when, and only when, they have a stream", () => {
    const subjects = new Set(sealed.map((one) => one.subjectRef));
    const refs = streams
      .filter((one) => one.streamKind === "person" || one.streamKind === "employer")
      .map((one) => one.streamRef);
    expect(subjects).toEqual(new Set(refs));
  });
});

describe("an employer", () => {
  it("is registered for the measure before the first application (PROC-02)", () => {
    const registered = new Map<string, string>();
    for (const stream of streams) {
      for (const event of eventsOf(stream)) {
        if (event.type === "EmployerRegistered" && event.payload.measure === "IMW")
          registered.set(stream.streamRef, event.effectiveOn);
      }
    }
    const filed = streams.flatMap(eventsOf).filter((event) => event.type === "ApplicationFiled");
    const byEmployers = filed.filter((event) => event.payload.employerRef !== null);
    expect(byEmployers.length).toBeGreaterThan(200);
    for (const { payload } of byEmployers)
      expect((registered.get(payload.employerRef ?? "") ?? "9999") <= payload.filedOn).toBe(true);
  });
});

describe("another size", () => {
  it("is asked by number of persons", () => {
    const scale = scaleFor(5_000, { law });
    const persons = personsAt({ law, scale });
    expect(persons).toBeGreaterThan(4_800);
    expect(persons).toBeLessThan(5_200);
  });
});
