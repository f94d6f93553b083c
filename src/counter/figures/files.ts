// All files of a release: those that the records give again byte for byte, and those that are drawn once and kept.
import type { Instant } from "../../kernel/index.ts";
import { renderOdt, renderPdf } from "../../letters/index.ts";
import {
  chartOf,
  computedFiles,
  figuresOf,
  publicationXlsx,
  type ReleaseFile,
  type ReleaseFiles,
} from "../../statistics/index.ts";
import type { Computed } from "./compute.ts";
import { documentOf } from "./document.ts";

export function computedFilesOf({ publication, answer }: Computed): ReleaseFiles {
  return computedFiles(
    { "publication.json": publication, ...(answer === null ? {} : { "answer.json": answer }) },
    figuresOf(publication),
  );
}

export interface FilesFacts {
  readonly revision: number;
  readonly releasedAt: Instant;
  readonly synthetic: boolean;
}

export async function filesOf(computed: Computed, facts: FilesFacts): Promise<ReleaseFiles> {
  const { publication } = computed;
  const rendered = (mediaType: string, body: string | Uint8Array): ReleaseFile => ({ mediaType, kind: "rendered", body });
  const drawings: Record<string, ReleaseFile> = {};
  const charts = new Map<string, string>();
  for (const figure of figuresOf(publication)) {
    const chart = await chartOf(figure, "nl");
    if (chart === null) continue;
    drawings[`${figure.id}.svg`] = rendered("image/svg+xml", chart.svg);
    drawings[`${figure.id}.vl.json`] = rendered("application/json", JSON.stringify(chart.spec));
    // In a document the heading above it is the title already.
    const untitled = await chartOf(figure, "nl", { titled: false });
    if (untitled !== null) charts.set(figure.id, untitled.svg);
  }
  const document = documentOf(publication, facts, "nl", charts);
  return {
    ...computedFilesOf(computed),
    [`${publication.name}.pdf`]: rendered("application/pdf", renderPdf(document)),
    [`${publication.name}.odt`]: rendered("application/vnd.oasis.opendocument.text", renderOdt(document)),
    [`${publication.name}.xlsx`]: rendered(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      await publicationXlsx(publication, "nl"),
    ),
    ...drawings,
  };
}
