import { describe, expect, it } from "vitest";
import { attributes } from "./catalogue.ts";
import { describeAttributes } from "./describe-attributes.ts";

const described = describeAttributes();
const of = (id: string) => described.find((one) => one.id === id)!;

describe("the attributes as they are described", () => {
  it("are all of them, each with an owner, an availability and a unit in three languages", () => {
    expect(described.map((one) => one.id)).toEqual(attributes.map((one) => one.id));
    for (const { id, owner, availability, units, subjects } of described) {
      for (const text of [owner.title, availability.text, ...units.map((unit) => unit.title)])
        expect([id, text.nl !== "" && text.en !== "" && text.fr !== ""]).toEqual([id, true]);
      expect([id, units.length > 0 && subjects.length > 0]).toEqual([id, true]);
    }
  });

  it("say when a value is there: with the linkage, with the declarations, or once recorded", () => {
    expect(of("education").availability.when).toBe("linked");
    expect(of("wageInQuarter").availability.when).toBe("declared");
    expect(of("province").availability.when).toBe("recorded");
    expect(of("reached").availability.when).toBe("cohort");
  });

  it("say where parts can exceed the total", () => {
    expect(of("refusalGround").exclusive).toBe("never");
    const province = of("province");
    expect(province.exclusive).toBe("sometimes");
    expect(of("ticketType").units.find((unit) => unit.id === "person")!.exclusive).toBe("never");
  });

  it("list the closed values in words, and say of a number that it does not divide", () => {
    expect(of("education").values!.map((value) => value.code)).toEqual(["LOW", "MEDIUM", "HIGH", "UNKNOWN"]);
    expect(of("turnaroundDays")).toMatchObject({ use: "selection", values: null });
    expect(of("province").use).toBe("dimension");
  });
});
