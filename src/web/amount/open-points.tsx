// "How sure are we?": which reading of each open point was taken, why, and what another reading gives in euro.
import { type Cents, cents, formatEuro, type Language, pick } from "../../kernel/index.ts";
import type { LeanedOn, OtherReading } from "../simulator/readings.ts";
import { colon } from "../text/punctuation.ts";
import { simulatorText } from "../text/simulator.ts";

export interface OpenPointsProps {
  readonly language: Language;
  readonly readings: readonly LeanedOn[];
  /** The address of this page under another reading of a point. */
  readonly hrefWith: (id: string, value: string) => string;
}

/** Fragment of an open point on this page. */
export const openPointAnchor = (id: string) => `punt-${id}`;

export function OpenPoints({ language, readings, hrefWith }: OpenPointsProps) {
  const text = simulatorText(language);
  return (
    <ul class="mw-readings">
      {readings.map(({ point, taken, others }) => (
        <li id={openPointAnchor(point.id)}>
          <p>
            <span class="mw-id">{point.id}</span> <strong>{pick(point.question, language)}</strong>
          </p>
          <p>
            {taken.isDefault ? text.weRead : text.youChose}
            {colon(language)} {pick(taken.title, language)}.
          </p>
          <ul class="mw-others">
            {others.map((other) => (
              <li>
                {text.otherReading}
                {colon(language)} {pick(other.title, language)}
                {colon(language)} <Effect language={language} other={other} />
                {other.effect.kind === "difference" && other.effect.cents !== 0 ? (
                  <>
                    {" "}
                    <a class="mw-hide-print" href={hrefWith(point.id, other.value)}>
                      {text.chooseReading}
                      <span class="au-u-hidden-visually"> ({`${point.id}, ${pick(other.title, language)}`})</span>
                    </a>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
          <p class="mw-quiet">
            {text.because}
            {colon(language)} {pick(point.why, language)}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** A difference always carries its sign. */
export function signed(amount: Cents, language: Language): string {
  return `${amount > 0 ? "+" : "−"}\u00a0${formatEuro(cents(Math.abs(amount)), language)}`;
}

function Effect({ language, other }: { readonly language: Language; readonly other: OtherReading }) {
  const text = simulatorText(language);
  if (other.effect.kind === "noFormula") return <span>{text.notComputable}</span>;
  if (other.effect.kind === "notHere") return <span>{text.notTried}</span>;
  if (other.effect.cents === 0) return <span>{text.noDifference}</span>;
  return (
    <span>
      <span class="mw-difference">{signed(other.effect.cents, language)}</span> {text.overTheTerm}
    </span>
  );
}
