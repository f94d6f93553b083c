// Up to which wage cost support covers a loss of productivity, by kind of grant, and for how many grants it does.
import { formatQuarter, type Language, pick } from "../../../kernel/index.ts";
import { type BreakEven, type BreakEvenKind, type LabResult, type Trait, wholeEuro } from "../../../lab/index.ts";
import { codeName, guidanceNeeds } from "../../../law/index.ts";
import { Unfold } from "../../amount/unfold.tsx";
import { Table } from "../../look/table.tsx";
import { policyText } from "./policy-text.ts";

export interface BreakEvenProps {
  readonly language: Language;
  readonly result: LabResult;
  readonly traits: readonly Trait[];
}

export function BreakEvenTables({ language, result, traits }: BreakEvenProps) {
  const { breakEven } = result;
  if (breakEven === undefined) return null;
  const text = policyText(language);
  const { kinds, covered, loss, quarter } = breakEven;
  const number = (value: number) => new Intl.NumberFormat(tags[language]).format(value);
  const caption = text.limits(`${number(loss / 100)} %`, formatQuarter(quarter, language));
  // The names that the tables of groups have are shorter than those of the law.
  const packages = new Map(
    traits.find(({ id }) => id === "package")?.values.map(({ code, title }) => [code, pick(title, language)]),
  );
  const start = kinds.filter(({ percentage }) => percentage === null);
  const evaluated = kinds.filter(({ percentage }) => percentage !== null);
  return (
    <>
      <Limits language={language} caption={caption} kinds={start} packages={packages} />
      <Unfold name={text.limitsEvaluated} amount="">
        <Limits language={language} caption={caption} kinds={evaluated} packages={packages} />
      </Unfold>
      <p>
        {text.limitsNote} {grown(kinds, language)}
      </p>
      <p>
        {covered === null
          ? text.coveredWithheld
          : text.covered(number(covered.due), number(covered.before), number(covered.after))}
      </p>
    </>
  );
}

interface LimitsProps {
  readonly language: Language;
  readonly caption: string;
  readonly kinds: readonly BreakEvenKind[];
  readonly packages: ReadonlyMap<string, string>;
}

function Limits({ language, caption, kinds, packages }: LimitsProps) {
  const text = policyText(language);
  const name = ({ package: code, percentage, firstQuarter, lastQuarter }: BreakEvenKind) =>
    `${percentage === null ? (packages.get(code) ?? codeName(code)?.[language] ?? code) : `${percentage / 100} %`}, ${text.grantQuarters(String(firstQuarter), String(lastQuarter))}`;
  const limit = (value: BreakEven) =>
    value === "never" ? text.limitNever : value === "always" ? text.limitAlways : wholeEuro(value, language);
  const cell = (kind: BreakEvenKind, need: string) => {
    const found = kind.limits.find(({ component, guidanceNeed }) => component === "total" && guidanceNeed === need);
    if (found === undefined) return text.limitNever;
    const [before, after] = [limit(found.before.breakEven), limit(found.after.breakEven)];
    return before === after ? before : `${before} → ${after}`;
  };
  const need = (code: string) => (code === "NONE" ? text.withoutGuidance : text.withGuidance(codeName(code)?.[language] ?? code));
  return (
    <Table
      caption={caption}
      columns={[
        { key: "kind", title: text.kind },
        ...guidanceNeeds.map((code) => ({ key: code, title: need(code), number: true })),
      ]}
      rows={kinds.map((kind) => ({
        cells: { kind: name(kind), ...Object.fromEntries(guidanceNeeds.map((code) => [code, cell(kind, code)])) },
      }))}
    />
  );
}

/** From which wage cost support stays the same: one amount as the law stands, several when a reform makes it so. */
function grown(kinds: readonly BreakEvenKind[], language: Language): string {
  const text = policyText(language);
  const of = (which: "before" | "after") => {
    const found = kinds.flatMap(({ limits }) => limits.flatMap((one) => one[which].growsUpTo ?? []));
    if (found.length === 0) return text.growsOn;
    const [least, most] = [wholeEuro(Math.min(...found), language), wholeEuro(Math.max(...found), language)];
    return least === most ? least : `${least} – ${most}`;
  };
  const [before, after] = [of("before"), of("after")];
  return before === after ? text.grows(before) : text.growsChanged(before, after);
}

const tags = { nl: "nl-BE", en: "en-GB", fr: "fr-BE" } as const;
