// Earlier rights to VOP turned into tickets as a supervised batch, with a try-out before it (IND-17).
import { conversionOffer, runConversions, startConversions, tryConversions } from "../../../counter/index.ts";
import { formatDate, Refusal } from "../../../kernel/index.ts";
import type { Door } from "../../door.tsx";
import { nameOf } from "../../text/vdab.ts";
import { batchRoutes } from "./batch-pages.tsx";
import { VDAB_PATH, type VdabTools } from "./tools.tsx";

export function conversionRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  batchRoutes(door, tools, {
    path: `${VDAB_PATH}/vop/groepen`,
    title: "Rechten op VOP omzetten in groep",
    short: "Omzetten in groep",
    purpose: "CONVERSION",
    lead: () => [
      "VDAB zet een erkend recht op VOP zelf om in een individueel ticket en verwittigt de persoon met een brief (IND-17). De persoon moet niets doen, en de VOP zelf loopt door.",
      `VOP: ${offered(tools, "VOP")}. Tijdelijke VOP: ${offered(tools, "TVOP")}. Wie op een evaluatie wacht, bekijkt u één voor één (TRANS-05).`,
    ],
    waits: (waiting) =>
      `${waiting === 1 ? "1 persoon heeft" : `${waiting} personen hebben`} vandaag een lopend recht op VOP en geen individueel ticket.`,
    names: { GIVEN: "Omgezet", ONE_BY_ONE: "Eén voor één te bekijken", SKIPPED: "Overgeslagen" },
    store: vdab.conversions,
    waiting: () => vdab.work.countVopCandidates(vdab.clock.today()),
    start: (acting, batchRef) => startConversions(vdab, acting, batchRef),
    portion: (acting, batchRef) => runConversions(vdab, acting, batchRef),
    tryOut: (batchRef) => tryConversions(vdab, batchRef),
  });
}

/** What the batch gives for a measure, as the law says it today. */
function offered({ vdab }: VdabTools, measure: "VOP" | "TVOP"): string {
  try {
    const offer = conversionOffer(vdab, measure);
    if ("reasons" in offer) return "één voor één te bekijken";
    return `${nameOf(offer.package)}, nood ${nameOf(offer.needDuration).toLowerCase()}, geldig tot en met ${formatDate(offer.validUntil, "nl")}`;
  } catch (error) {
    if (error instanceof Refusal) return "één voor één te bekijken";
    throw error;
  }
}
