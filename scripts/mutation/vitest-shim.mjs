// What the engine's tests use of Vitest, without Vitest: groups, tests, tables of tests, and its own `expect`.
import { format } from "node:util";
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import * as chai from "chai";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);

/** `module` is what test files import as "vitest"; `collect` loads one and gives its tests, each with a name that no other has. */
export function vitestShim() {
  let tests = [];
  let group = [];
  const describe = (name, body) => {
    const outer = group;
    group = [...outer, name];
    body();
    group = outer;
  };
  const it = (name, ...rest) => {
    const run = rest.findLast((one) => typeof one === "function");
    tests.push({ name: [...group, name].join(" "), run });
  };
  const each = (make) => (rows) => (name, body) => {
    rows.forEach((row, index) => {
      const values = Array.isArray(row) ? row : [row];
      make(`${format(name, ...values)} [${index}]`, () => body(...values));
    });
  };
  describe.each = each(describe);
  it.each = each(it);
  const collect = (file, load) => {
    tests = [];
    load();
    const seen = new Map();
    return tests.map(({ name, run }) => {
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      const unique = before === 0 ? name : `${name} (${before + 1})`;
      return { id: `${file}#${unique}`, name: unique, run };
    });
  };
  return { module: { describe, it, test: it, expect }, collect };
}
