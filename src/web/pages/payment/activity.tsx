// What the company register said of the self-employed persons whom a run pays: who is looked at before it is approved, and what can be done.
import { type ActivitySeen, activityRemedy, activityText, type DryRun } from "../../../payment/index.ts";
import { at, momentText } from "./frame.tsx";

interface ActivityProps {
  readonly report: DryRun;
  /** At most so many of each list. */
  readonly shown: number;
  readonly number: (grantRef: string) => unknown;
}

export function ActivityPart({ report, shown, number }: ActivityProps) {
  const { askedAt, asked, counts } = report;
  const list = { shown, number };
  return (
    <>
      <Seen
        title="Zelfstandige gestopt, onbekend of met signaal van insolventie"
        of={report.signalled}
        total={counts.signalled}
        open={counts.signalled > 0}
        {...list}
      >
        {askedAt === null ? (
          <p>
            Voor deze berekening is bij het ondernemingsregister niets nagevraagd: geen enkele zelfstandige krijgt een bedrag, of
            ze is van vóór deze controle.
          </p>
        ) : (
          <p>
            Op {momentText(askedAt)} nagevraagd bij het ondernemingsregister voor {asked}{" "}
            {asked === 1 ? "toekenning of recht" : "toekenningen en rechten"} van zelfstandigen.
            {counts.signalled === 0 ? " Geen." : ""}
          </p>
        )}
        {counts.signalled === 0 ? null : (
          <p>
            {activityRemedy.nl} <a href={at("/blokkeringen")}>Blokkeringen</a>
          </p>
        )}
      </Seen>
      <Seen title="Zelfstandige niet nagekeken" of={report.unchecked} total={counts.unchecked} {...list}>
        <p>
          {counts.unchecked === 0
            ? "Geen."
            : "Het register antwoordde niet, of het ondernemingsnummer is niet bekend. Kijk zelf na of de activiteit nog loopt. De berekening gaat gewoon door."}
        </p>
      </Seen>
    </>
  );
}

interface SeenProps extends Omit<ActivityProps, "report"> {
  readonly title: string;
  readonly of: readonly ActivitySeen[];
  /** How many there are in all. */
  readonly total: number;
  /** Shown without being asked for. */
  readonly open?: boolean;
  readonly children: unknown;
}

function Seen({ title, of, total, open = false, shown, number, children }: SeenProps) {
  return (
    <details class="mw-unfold" open={open}>
      <summary>
        <span class="mw-unfold__name">{title}</span>
        <span class="mw-unfold__amount">{total}</span>
      </summary>
      <div class="mw-unfold__body mw-flow">
        {children as never}
        {of.length === 0 ? null : (
          <ul>
            {of.slice(0, shown).map((one) => (
              <li>
                {number(one.grantRef) as never}: {activityText(one, "nl")}
              </li>
            ))}
          </ul>
        )}
        {total > shown ? <p>En nog {total - shown} andere.</p> : null}
      </div>
    </details>
  );
}
