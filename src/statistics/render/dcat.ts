// The catalogue of all releases as DCAT-AP VL in JSON-LD: a data set per name, a distribution per file of its newest revision.
import type { Localized } from "../../kernel/index.ts";
import type { ReleaseManifest } from "../release/manifest.ts";

export interface CatalogueEntry {
  readonly title: Localized;
  readonly manifest: ReleaseManifest;
  /** Earlier revisions, newest first. */
  readonly earlier: readonly ReleaseManifest[];
  readonly page: string;
  readonly fileAddress: (file: string) => string;
}

const fileType = (code: string) => ({ "@id": `http://publications.europa.eu/resource/authority/file-type/${code}` });
const types: readonly (readonly [string, string])[] = [
  [".csv", "CSV"],
  [".xlsx", "XLSX"],
  [".odt", "ODT"],
  [".pdf", "PDF"],
  [".svg", "SVG"],
  [".json", "JSON"],
];

export function catalogueJsonLd(entries: readonly CatalogueEntry[], home: string): object {
  const texts = (text: Localized) => (["nl", "en", "fr"] as const).map((lang) => ({ "@language": lang, "@value": text[lang] }));
  const newest = entries
    .map((entry) => entry.manifest.releasedAt)
    .sort()
    .at(-1);
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      adms: "http://www.w3.org/ns/adms#",
      spdx: "http://spdx.org/rdf/terms#",
      vcard: "http://www.w3.org/2006/vcard/ns#",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@id": `${home}/cijfers/catalogus.jsonld`,
    "@type": "dcat:Catalog",
    "dct:identifier": `${home}/cijfers/catalogus.jsonld`,
    "dct:title": texts({
      nl: "Cijfers van individueel maatwerk",
      en: "Figures of individual customised work",
      fr: "Chiffres du travail adapté individuel",
    }),
    "dct:description": texts({
      nl: "Alle gepubliceerde cijfers over individueel maatwerk.",
      en: "All published figures about individual customised work.",
      fr: "Tous les chiffres publiés sur le travail adapté individuel.",
    }),
    "dct:publisher": publisher(home),
    "dcat:contactPoint": contact(home),
    "foaf:homepage": { "@id": `${home}/cijfers/open-data` },
    "dct:language": [{ "@id": "http://publications.europa.eu/resource/authority/language/NLD" }],
    "dct:license": licence,
    ...(newest === undefined ? {} : { "dct:modified": dateTime(newest) }),
    "dcat:dataset": entries.map((entry) => dataset(entry, home, texts)),
  };
}

/** Free to use with a mention of the source: the Flemish model licence. */
const licence = { "@id": "https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0" };
const dateTime = (value: string) => ({ "@type": "xsd:dateTime", "@value": value });
const contact = (home: string) => ({
  "@type": "vcard:Organization",
  "vcard:fn": "Maatwerk",
  "vcard:hasURL": { "@id": `${home}/over` },
});
const publisher = (home: string) => ({ "@id": `${home}/`, "@type": "foaf:Agent", "foaf:name": "Maatwerk" });

const access = { "@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC" };
/** Why there is this revision. */
const notes = ({ reason }: ReleaseManifest) =>
  reason === "" ? {} : { "adms:versionNotes": { "@language": "nl", "@value": reason } };

function dataset(entry: CatalogueEntry, home: string, texts: (text: Localized) => object): object {
  const { manifest, earlier, title } = entry;
  const first = earlier.at(-1) ?? manifest;
  return {
    "@id": entry.page,
    "@type": "dcat:Dataset",
    "dct:identifier": manifest.name,
    "dct:title": texts(title),
    "dct:description": texts(title),
    "dct:publisher": publisher(home),
    "dcat:contactPoint": contact(home),
    "dct:issued": dateTime(first.releasedAt),
    "dct:modified": dateTime(manifest.releasedAt),
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:endDate": { "@type": "xsd:date", "@value": manifest.knownAt.slice(0, 10) },
    },
    "dct:accessRights": access,
    "dcat:theme": { "@id": "http://publications.europa.eu/resource/authority/data-theme/SOCI" },
    "dcat:version": String(manifest.revision),
    "dcat:keyword": [{ "@language": "nl", "@value": "individueel maatwerk" }],
    "dct:language": [{ "@id": "http://publications.europa.eu/resource/authority/language/NLD" }],
    ...notes(manifest),
    ...(earlier.length === 0
      ? {}
      : {
          "dcat:hasVersion": earlier.map((revision) => ({
            "@id": `${entry.page}?herziening=${revision.revision}`,
            "@type": "dcat:Dataset",
            "dct:identifier": `${revision.name} ${revision.revision}`,
            "dct:title": texts(title),
            "dct:description": texts(title),
            "dct:publisher": publisher(home),
            "dcat:contactPoint": contact(home),
            "dct:accessRights": access,
            "dct:issued": dateTime(revision.releasedAt),
            "dcat:version": String(revision.revision),
            ...notes(revision),
          })),
        }),
    "dcat:landingPage": { "@id": entry.page },
    "dcat:distribution": Object.entries(manifest.files).map(([file, about]) => ({
      "@id": entry.fileAddress(file),
      "@type": "dcat:Distribution",
      "dct:identifier": entry.fileAddress(file),
      "dct:title": file,
      "dcat:accessURL": { "@id": entry.page },
      "dcat:downloadURL": { "@id": entry.fileAddress(file) },
      "dct:format": fileType(types.find(([ending]) => file.endsWith(ending))?.[1] ?? "OP_DATPRO"),
      "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${about.mediaType}` },
      "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": String(about.bytes) },
      "dct:license": licence,
      "spdx:checksum": {
        "@type": "spdx:Checksum",
        "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
        "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": about.sha256 },
      },
    })),
  };
}
