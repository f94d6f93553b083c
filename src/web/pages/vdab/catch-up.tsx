// The catch-up of the double ticket as a supervised batch (IND-15, OPEN-40).
import { runPortion, startCatchUp } from "../../../counter/index.ts";
import type { Door } from "../../door.tsx";
import { outcomeNames } from "../../text/vdab.ts";
import { batchRoutes } from "./batch-pages.tsx";
import { VDAB_PATH, type VdabTools } from "./tools.tsx";

export function catchUpRoutes(door: Door, tools: VdabTools): void {
  const { vdab } = tools;
  batchRoutes(door, tools, {
    path: `${VDAB_PATH}/inhaalbeweging`,
    title: "Inhaalbeweging van het dubbelticket",
    short: "Inhaalbeweging",
    purpose: "CATCH_UP",
    lead: () => [
      "Wie vóór het dubbelticket een collectief ticket kreeg, krijgt alsnog een individueel ticket (IND-15). Werkzoekenden in groep; wie al werkt, één voor één vanuit het dossier (IND-16, OPEN-40).",
    ],
    waits: (waiting) =>
      `${waiting === 1 ? "1 persoon heeft" : `${waiting} personen hebben`} vandaag wel een collectief en geen individueel ticket.`,
    names: outcomeNames,
    store: vdab.catchUps,
    waiting: () => vdab.work.countCatchUpCandidates(vdab.clock.today()),
    start: (acting, batchRef) => startCatchUp(vdab, acting, batchRef),
    portion: (acting, batchRef) => runPortion(vdab, acting, batchRef),
  });
}
