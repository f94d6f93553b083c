// What a decision would record, and what it pays in each quarter.
import type { DecisionView, DepartmentPorts } from "../../../counter/index.ts";
import { formatDate, formatEuro, formatQuarter, type PlainDate } from "../../../kernel/index.ts";
import { calculateJson } from "../../../law/index.ts";
import { SummaryList } from "../../look/summary-list.tsx";
import { guidanceWords, packageWords } from "../../text/department.ts";
import { QuarterAmounts } from "../applicant/quarter-amounts.tsx";
import { wageText } from "./file-pays.tsx";
import type { InFile } from "./within.tsx";

export function Effect({ page, ports, view }: Pick<InFile, "page"> & { ports: DepartmentPorts; view: DecisionView }) {
  const { grant, preview, events } = view;
  const event = events[0];
  if (grant === null || preview === null) {
    const last: PlainDate | null = event?.type === "GrantStopped" ? event.payload.lastDay : null;
    return <p class="mw-lead">De steun stopt{last === null ? "" : ` op ${formatDate(last, "nl")}`}.</p>;
  }
  const { facts, endQuarter } = grant;
  const terms = grant.terms.at(-1);
  const first = preview.quarters[0]?.quarter ?? null;
  const shown = preview.quarters.map((one) => ({
    quarter: one.quarter,
    index: one.index,
    state: "CALCULATED" as const,
    requests: [one.request],
    outcomes: [one.quarter === first ? calculateJson(ports.law, one.request, { steps: true }) : one.outcome],
  }));
  return (
    <>
      <SummaryList
        rows={[
          { name: "Pakket", value: packageWords[terms?.package ?? facts.package] },
          ...(terms?.percentage == null ? [] : [{ name: "Percentage", value: `${terms.percentage} %` }]),
          { name: "Begeleidingsnood", value: guidanceWords[terms?.guidanceNeed ?? facts.guidanceNeed] },
          {
            name: "Van en tot",
            value: `${first === null ? "" : formatQuarter(first, "nl")} tot en met ${formatQuarter(endQuarter, "nl")}`,
          },
          {
            name: "Samen over deze kwartalen",
            value: `${preview.wage === "MOST" ? "hoogstens " : ""}${formatEuro(preview.total, "nl")}`,
          },
          {
            name: "Steunt op open punten",
            value: facts.openPoints === undefined || facts.openPoints.length === 0 ? "geen" : facts.openPoints.join(", "),
          },
        ]}
      />
      <QuarterAmounts
        page={page}
        law={ports.law}
        self={facts.applicant === "SELF_EMPLOYED"}
        guided={grant.terms.some((one) => one.guidanceNeed !== "NONE")}
        quarters={shown}
        open={first}
        title="Berekening per kwartaal"
        lead={wageText(preview)}
        stepsHref={null}
      />
    </>
  );
}
