import { describe, expect, it } from "vitest";
import { isInsz, isKbo, plainDate } from "../kernel/index.ts";
import { openLaw } from "../law/open-law.ts";
import { generateFlanders } from "./generate.ts";
import { personas } from "./personas.ts";

const law = openLaw();
const options = { law, seed: "vlaanderen", scale: 0.02, until: plainDate("2026-11-23") };
const people = personas(options);
const claim = (id: string, name: string): unknown => people.find((one) => one.id === id)?.claims[name];

describe("people to log in as", () => {
  it("are there for every part of the work, each under an id of their own", () => {
    const roles = people
      .flatMap((one) => (one.claims.maatwerk_rol_3d as string[] | undefined) ?? [])
      .map((role) => role.split(":")[0]);
    const parts = [
      "employer",
      "payrollOffice",
      "selfEmployed",
      "vdabAdviser",
      "caseHandler",
      "paymentOfficer",
      "paymentApprover",
    ];
    for (const role of [...parts, "statistician", "auditor"]) expect(roles).toContain(role);
    expect(people.some((one) => one.claims.vo_doelgroepcode === "BUR")).toBe(true);
    expect(new Set(people.map((one) => one.id)).size).toBe(people.length);
    expect(people.length).toBeGreaterThanOrEqual(15);
  });

  it("prepare and approve payments as different people", () => {
    expect(claim("paymentOfficer", "sub")).not.toBe(claim("paymentApprover", "sub"));
  });

  it("have the numbers of people and firms that are in the records", () => {
    const known = new Set(
      [...generateFlanders(options)].flatMap((portion) => portion.lookups).map((one) => `${one.kind}:${one.value}`),
    );
    for (const id of ["person-seeker", "person-worker", "person-former-vop", "self-employed"]) {
      const insz = claim(id, "rrn");
      expect(isInsz(insz)).toBe(true);
      expect(known).toContain(`insz:${insz}`);
    }
    for (const id of ["employer", "self-employed"]) {
      const kbo = claim(id, "vo_orgcode");
      expect(isKbo(kbo)).toBe(true);
      expect(known).toContain(`kbo:${kbo}`);
    }
  });

  it("include, in the default population, a self-employed person who employs somebody with guidance", () => {
    const all = personas({ ...options, scale: 1 });
    const one = all.find((person) => person.id === "self-employed-employer");
    expect(isKbo(one?.claims.vo_orgcode)).toBe(true);
    expect(one?.claims.maatwerk_rol_3d).toEqual([`selfEmployed:${one?.claims.vo_orgcode}`]);
    expect(one?.description).toContain(String(one?.claims.vo_orgnaam));
  });

  it("say that they are synthetic", () => {
    expect(people.every((one) => one.description.includes("Synthetische persoon"))).toBe(true);
    expect(people.every((one) => String(one.claims.family_name).startsWith("Syn"))).toBe(true);
  });
});
