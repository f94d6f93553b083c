// Open data: every release with each revision, its reason and its files, and the catalogue for machines.
import { brusselsDate, formatDate } from "../../../kernel/index.ts";
import type { ReleaseManifest } from "../../../statistics/index.ts";
import { pathIn } from "../../language.ts";
import { Empty } from "../../look/empty.tsx";
import { Layout } from "../../look/layout.tsx";
import { Table } from "../../look/table.tsx";
import type { Page } from "../../page.ts";
import { figuresText } from "../../text/figures.ts";
import { frameText } from "../../text/frame.ts";
import { CATALOGUE_PATH, FIGURES_PATH, filePath, releasePath } from "./paths.ts";

export interface ListedRelease {
  readonly releaseRef: string;
  readonly title: string;
  readonly manifest: ReleaseManifest;
}

export function OpenDataPage({ page, releases }: { readonly page: Page; readonly releases: readonly ListedRelease[] }) {
  const { language } = page;
  const text = figuresText(language);
  const to = (path: string) => pathIn(language, path);
  return (
    <Layout
      page={page}
      title={text.openData}
      description={text.openDataLead}
      crumbs={[
        { href: to("/"), label: frameText(language).home },
        { href: to(FIGURES_PATH), label: text.title },
      ]}
    >
      <h1 class="au-c-heading au-c-heading--1">{text.openData}</h1>
      <p class="mw-lead">{text.openDataLead}</p>
      <p>
        <a href={CATALOGUE_PATH}>{text.catalogue}</a>
      </p>
      {releases.length === 0 ? (
        <Empty title={text.noneYet}>
          <p>{text.noneYetDetail}</p>
        </Empty>
      ) : (
        <Table
          caption={text.releases}
          captionHidden
          columns={[
            { key: "name", title: text.name },
            { key: "revision", title: text.revision },
            { key: "reason", title: text.reason },
            { key: "on", title: text.releasedOn },
            { key: "files", title: text.formats },
          ]}
          rows={releases.map(({ releaseRef, title, manifest }) => ({
            cells: {
              name: <a href={to(releasePath(manifest.name, manifest.revision))}>{title}</a>,
              revision: String(manifest.revision),
              reason: manifest.reason === "" ? text.firstRevision : <span lang="nl">{manifest.reason}</span>,
              on: formatDate(brusselsDate(manifest.releasedAt), language),
              files: (
                <ul class="mw-inline-links">
                  {mainFiles(manifest).map((file) => (
                    <li>
                      <a href={filePath(releaseRef, file)}>
                        {text.types(file)}
                        <span class="au-u-hidden-visually"> {title}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              ),
            },
          }))}
        />
      )}
    </Layout>
  );
}

/** The files of the whole; those of each figure stand on the release's own page. */
function mainFiles(manifest: ReleaseManifest): string[] {
  return ["pdf", "odt", "xlsx"].map((ending) => `${manifest.name}.${ending}`).concat("publication.json");
}
