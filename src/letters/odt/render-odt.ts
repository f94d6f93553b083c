// Turns a document into OpenDocument text, for whoever writes on in a letter of their own: headings, lists and tables are real ones.
import type { LetterDocument } from "../document/document.ts";
import { blockXml } from "./content.ts";
import { escapeXml } from "./escape.ts";
import { PICTURE_TYPE, picturesOf } from "./pictures.ts";
import { stylesXml } from "./styles.ts";
import { zip } from "./zip.ts";

const MEDIA_TYPE = "application/vnd.oasis.opendocument.text";

const namespaces = [
  "office:urn:oasis:names:tc:opendocument:xmlns:office:1.0",
  "text:urn:oasis:names:tc:opendocument:xmlns:text:1.0",
  "table:urn:oasis:names:tc:opendocument:xmlns:table:1.0",
  "draw:urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
  "svg:urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
  "xlink:http://www.w3.org/1999/xlink",
  "style:urn:oasis:names:tc:opendocument:xmlns:style:1.0",
  "fo:urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
  "meta:urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
  "dc:http://purl.org/dc/elements/1.1/",
]
  .map((one) => `xmlns:${one.slice(0, one.indexOf(":"))}="${one.slice(one.indexOf(":") + 1)}"`)
  .join(" ");

const words = {
  nl: { synthetic: "Synthetische gegevens – geen echte beslissing", country: "BE" },
  en: { synthetic: "Synthetic data – not a real decision", country: "GB" },
  fr: { synthetic: "Données synthétiques – pas une vraie décision", country: "BE" },
} as const;

/** The same document gives the same bytes. */
export function renderOdt(document: LetterDocument): Uint8Array {
  const xml = (root: string, body: string): Uint8Array =>
    new TextEncoder().encode(
      `<?xml version="1.0" encoding="UTF-8"?>\n<office:${root} ${namespaces} office:version="1.3">${body}</office:${root}>`,
    );
  const { synthetic, country } = words[document.language];
  const files = [
    { name: "mimetype", body: new TextEncoder().encode(MEDIA_TYPE), stored: true },
    { name: "content.xml", body: xml("document-content", contentXml(document)) },
    {
      name: "styles.xml",
      body: xml("document-styles", stylesXml(document.language, country, document.synthetic ? synthetic : null)),
    },
    { name: "meta.xml", body: xml("document-meta", metaXml(document)) },
  ];
  const entries = [`<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA_TYPE}"/>`];
  for (const { name } of files.slice(1))
    entries.push(`<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`);
  const pictures = picturesOf(document.blocks);
  for (const { name } of pictures)
    entries.push(`<manifest:file-entry manifest:full-path="${name}" manifest:media-type="${PICTURE_TYPE}"/>`);
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entries.join("")}</manifest:manifest>`;
  return zip([...files, ...pictures, { name: "META-INF/manifest.xml", body: new TextEncoder().encode(manifest) }]);
}

function contentXml(document: LetterDocument): string {
  const paragraph = (style: string, text: string): string => `<text:p text:style-name="${style}">${escapeXml(text)}</text:p>`;
  const body = [
    ...[document.from.name, ...document.from.lines].filter((line) => line !== "").map((line) => paragraph("Sender", line)),
    ...[document.to.name, ...document.to.lines].filter((line) => line !== "").map((line) => paragraph("Sender", line)),
    `<text:h text:style-name="Heading_20_1" text:outline-level="1">${escapeXml(document.title)}</text:h>`,
    ...document.summary.map((line) => paragraph("Summary", line)),
    ...document.blocks.map((block, index) => blockXml(block, index)),
  ];
  const align = (name: string, to: string, bold: boolean): string =>
    `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="${to}"/><style:text-properties${bold ? ' fo:font-weight="bold"' : ""}/></style:style>`;
  const automatic = [
    align("CellStart", "start", false),
    align("CellEnd", "end", false),
    align("CellStartBold", "start", true),
    align("CellEndBold", "end", true),
    '<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.08cm" fo:border-bottom="0.5pt solid #cbd2d9"/></style:style>',
    '<style:style style:name="Picture" style:family="graphic"><style:graphic-properties style:vertical-pos="middle" style:vertical-rel="text"/></style:style>',
  ].join("");
  return `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body.join("")}</office:text></office:body>`;
}

function metaXml(document: LetterDocument): string {
  const { language } = document;
  return `<office:meta><meta:generator>Maatwerk</meta:generator><dc:title>${escapeXml(document.title)}</dc:title><dc:language>${language}</dc:language><meta:creation-date>${document.createdAt}</meta:creation-date></office:meta>`;
}
