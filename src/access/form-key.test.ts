import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFormKey, isOwnOrigin, ownPath } from "./form-key.ts";

describe("a form's key", () => {
  it("must be the session's, whole", () => {
    expect(isFormKey("abc", "abc")).toBe(true);
    for (const wrong of ["ab", "abcd", "abd", "", undefined, ["abc"]]) expect(isFormKey(wrong, "abc")).toBe(false);
  });
});

describe("where a form came from", () => {
  it("trusts the browser's own word before the origin header", () => {
    expect(isOwnOrigin({ fetchSite: "same-origin", origin: "https://evil.example" }, "here:3000")).toBe(true);
    for (const fetchSite of ["cross-site", "same-site", "none"]) expect(isOwnOrigin({ fetchSite }, "here:3000")).toBe(false);
  });

  it("holds the origin against our host, port included", () => {
    expect(isOwnOrigin({ origin: "http://here:3000" }, "here:3000")).toBe(true);
    for (const origin of ["http://here:3001", "http://here.evil:3000", "null", "not an origin"])
      expect(isOwnOrigin({ origin }, "here:3000")).toBe(false);
  });
});

describe("the page to return to", () => {
  it("is a path of ours", () => {
    expect(ownPath("/dossiers?status=open")).toBe("/dossiers?status=open");
    for (const elsewhere of ["//evil.example", "/\\evil.example", "https://evil.example", "", undefined, "/a b", "/\t/evil"])
      expect(ownPath(elsewhere)).toBe("/");
  });

  it("never leaves our host, whatever the text", () => {
    fc.assert(fc.property(fc.string(), (text) => new URL(ownPath(text), "http://here:3000").host === "here:3000"));
    fc.assert(fc.property(fc.string(), (text) => new URL(ownPath(`/${text}`), "http://here:3000").host === "here:3000"));
  });
});
