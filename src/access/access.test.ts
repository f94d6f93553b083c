import { describe, expect, it } from "vitest";
import { permissions, permissionTable, principalFromClaims, reachOf, roles } from "./index.ts";

describe("the permission table", () => {
  it("lets only VDAB and the review secretary see findings (EMP-17)", () => {
    expect(roles.filter((role) => reachOf(role, "finding.see") !== null)).toEqual(["vdabAdviser", "reviewSecretary"]);
  });

  it("never lets one role both prepare and approve a run", () => {
    for (const role of roles) expect(reachOf(role, "run.prepare") !== null && reachOf(role, "run.approve") !== null).toBe(false);
  });

  it("keeps applicants to their own organisation and persons to their own file", () => {
    for (const role of ["employer", "payrollOffice"] as const)
      for (const permission of permissions)
        expect(["organisation", null]).toContain(permission === "simulate" ? null : reachOf(role, permission));
    for (const permission of permissions)
      expect(["own", null]).toContain(permission === "simulate" ? null : reachOf("person", permission));
  });

  it("gives the public the simulator and nothing else", () => {
    expect(permissions.filter((p) => reachOf(null, p) !== null)).toEqual(["simulate"]);
  });

  it("gives every permission to at least one role, and every role the simulator", () => {
    for (const permission of permissions) expect(roles.some((role) => reachOf(role, permission) !== null)).toBe(true);
    for (const role of roles) expect(permissionTable[role].simulate).toBe("all");
  });
});

describe("who is logged in", () => {
  const claims = {
    sub: "s1",
    given_name: "An",
    family_name: "Voorbeeld",
    vo_doelgroepcode: "EA",
    vo_orgcode: "0403019261",
    vo_orgnaam: "De Kers",
  };

  it("takes a role with its organisation from the claim, and the login's organisation where the claim names none", () => {
    const read = principalFromClaims({ ...claims, maatwerk_rol_3d: ["employer:0403019261", "payrollOffice", "somethingElse:1"] });
    expect(read).toMatchObject({
      ok: true,
      value: {
        roles: [
          { role: "employer", organisation: "0403019261" },
          { role: "payrollOffice", organisation: "0403019261" },
        ],
      },
    });
  });

  it("makes a citizen a person without any role claim", () => {
    const read = principalFromClaims({ sub: "s2", vo_doelgroepcode: "BUR", rrn: "85073003328" });
    expect(read).toMatchObject({ ok: true, value: { insz: "85073003328", roles: [{ role: "person", organisation: null }] } });
  });

  it("refuses a login without a role of ours, without a subject or with a capacity unknown to us, with all reasons", () => {
    expect(principalFromClaims(claims)).toMatchObject({ ok: false, error: [{ id: "login.noRole" }] });
    const read = principalFromClaims({ vo_doelgroepcode: "X", rrn: "1" });
    expect(read.ok ? [] : read.error.map((p) => p.field)).toEqual(["sub", "vo_doelgroepcode", "rrn", "maatwerk_rol_3d"]);
  });
});
