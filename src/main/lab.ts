// The lab over the records of a system: what leaves it passes the gate of everything that leaves the house, and is kept.
import { type LabPorts, noteOf, recordsGate } from "../lab/index.ts";
import { renderPdf } from "../letters/index.ts";
import { policies, protect, smallOnes } from "../statistics/index.ts";
import { keptResults, labRecords } from "../store/index.ts";
import type { System } from "./system.ts";

export function createLab({ law, clock, store, demo }: Pick<System, "law" | "clock" | "store" | "demo">): LabPorts {
  const gate = recordsGate({ policy: policies.public, protect, smallOnes });
  return {
    law,
    clock,
    gate,
    records: labRecords(store.database.statistics),
    kept: {
      results: keptResults(store.database.pool),
      drawNote: (reform, { result, traits }, ref) => {
        const note = noteOf(law, reform, result, traits, "nl");
        return renderPdf({
          kind: "lab-note",
          language: "nl",
          reference: `${reform.id} / ${ref}`,
          date: clock.today(),
          createdAt: clock.now(),
          from: { name: "Maatwerk", lines: [] },
          to: { name: "Kabinet", lines: [] },
          title: note.title,
          summary: note.summary,
          blocks: note.blocks,
          synthetic: demo,
        });
      },
    },
  };
}
