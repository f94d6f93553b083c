import { describe, expect, test } from "vitest";
import { hostsOf } from "./hosts.ts";

describe("an address of several servers", () => {
  test("is one address for each, with the same login, name and settings", () => {
    expect(hostsOf("postgres://app:s%40cret@db1:5433,db2,[::1]:5434/maatwerk?sslmode=verify-full").map((one) => one.url)).toEqual(
      [
        "postgres://app:s%40cret@db1:5433/maatwerk?sslmode=verify-full",
        "postgres://app:s%40cret@db2/maatwerk?sslmode=verify-full",
        "postgres://app:s%40cret@[::1]:5434/maatwerk?sslmode=verify-full",
      ],
    );
  });

  test.each(["postgres://app@db1/maatwerk", "postgresql:///maatwerk?host=/run/postgresql", "/run/postgresql maatwerk"])(
    "with one server, %s, is taken as it stands",
    (url) => {
      expect(hostsOf(url)).toEqual([{ name: "", url }]);
    },
  );

  test.each(["postgres://a@db1,/m", "postgres://a@,db2/m", "postgres://a@db1:x,db2/m", "postgres://a@db1,db 2/m"])(
    "is refused when a server cannot be read: %s",
    (url) => {
      expect(() => hostsOf(url)).toThrow(/DATABASE_URL cannot be read/);
    },
  );
});
