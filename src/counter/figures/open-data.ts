// The catalogue of everything that was released, as DCAT-AP VL, with addresses of whoever gives it out.
import { catalogueJsonLd, type Publication, type ReleaseManifest } from "../../statistics/index.ts";
import type { FiguresPorts } from "./ports.ts";
import { foldReleases } from "./release-state.ts";

export interface CatalogueAddresses {
  /** Of the house, without a slash at the end. */
  readonly home: string;
  readonly page: (name: string) => string;
  readonly file: (releaseRef: string, file: string) => string;
}

export async function openDataCatalogue(ports: FiguresPorts, { home, page, file }: CatalogueAddresses): Promise<object> {
  const { publications } = ports.mayLag;
  const byName = new Map<string, { releaseRef: string; manifest: ReleaseManifest; title: Publication["title"] }[]>();
  for (const { releaseRef, status, manifest, name } of foldReleases(await publications.all())) {
    if (status !== "RELEASED" || manifest === null) continue;
    const kept = await publications.file(releaseRef, "publication.json");
    if (kept === null) continue;
    const { title } = JSON.parse(new TextDecoder().decode(kept.body)) as Publication;
    byName.set(name, [...(byName.get(name) ?? []), { releaseRef, manifest, title }]);
  }
  const entries = [...byName.values()].map((revisions) => {
    const [newest, ...earlier] = revisions.sort((a, b) => (a.manifest.releasedAt < b.manifest.releasedAt ? 1 : -1));
    const { releaseRef, manifest, title } = newest!;
    return {
      title,
      manifest,
      earlier: earlier.map((one) => one.manifest),
      page: page(manifest.name),
      fileAddress: (name: string) => file(releaseRef, name),
    };
  });
  return catalogueJsonLd(entries, home);
}
