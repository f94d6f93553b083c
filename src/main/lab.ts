// The lab over the records of a system: what leaves it passes the gate of everything that leaves the house, and is kept.
import { type DimensionSource, type LabPorts, noteOf, recordsGate } from "../lab/index.ts";
import { renderPdf } from "../letters/index.ts";
import { grantDimensions, legalFactsOf, partsOfGrants, policies, protect, smallOnes } from "../statistics/index.ts";
import { keptResults, labRecords, linkageStore, mayLag } from "../store/index.ts";
import { arrivedLinkages } from "./figures.ts";
import { labThread } from "./lab-thread/lab-thread.ts";
import { recordsMayLag } from "./records.ts";
import type { System } from "./system.ts";

export function createLab({ law, clock, store, demo }: Pick<System, "law" | "clock" | "store" | "demo">): LabPorts {
  const gate = recordsGate({ policy: policies.public, protect, smallOnes });
  return {
    law,
    clock,
    gate,
    compute: labThread(law),
    records: labRecords(mayLag(store.database, "statistics"), dimensionsOf({ law, store })),
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

/** The dimensions of the statistics, and the part of every grant, from the same records. */
function dimensionsOf({ law, store }: Pick<System, "law" | "store">): DimensionSource {
  const records = recordsMayLag(store.database);
  const linkage = linkageStore(store.database.pool);
  return {
    offered: async (day, knownAt) => grantDimensions(day, knownAt, arrivedLinkages(await linkage.list())),
    partsOf: (by, day, knownAt) =>
      records.snapshot((snapshot) => partsOfGrants(snapshot, by, day, { knownAt, law: legalFactsOf(law) })),
  };
}
