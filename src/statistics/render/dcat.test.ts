// The catalogue against the shapes of DCAT-AP (what is mandatory and of which kind) and what the Flemish profile asks beside them.
import { describe, expect, test } from "vitest";
import { instant, localized } from "../../kernel/index.ts";
import type { ReleaseManifest } from "../release/manifest.ts";
import { catalogueJsonLd } from "./dcat.ts";

type Kind =
  | "text"
  | "resource"
  | "dateTime"
  | "date"
  | "number"
  | "hex"
  | "plain"
  | "Agent"
  | "Contact"
  | "Checksum"
  | "Period"
  | "Dataset"
  | "Distribution";
interface Rule {
  readonly path: string;
  readonly kind: Kind;
  readonly min: 0 | 1;
  readonly max?: number;
  /** Start of the addresses of a controlled list. */
  readonly list?: string;
}
const rule = (path: string, kind: Kind, min: 0 | 1, more: Partial<Rule> = {}): Rule => ({ path, kind, min, ...more });
const eu = "http://publications.europa.eu/resource/authority/";

const shapes: Readonly<Record<string, readonly Rule[]>> = {
  "dcat:Catalog": [
    rule("dct:title", "text", 1),
    rule("dct:description", "text", 1),
    rule("dct:identifier", "plain", 1),
    rule("dct:publisher", "Agent", 1, { max: 1 }),
    rule("dcat:contactPoint", "Contact", 1),
    rule("dct:license", "resource", 1, { max: 1 }),
    rule("dcat:dataset", "Dataset", 1),
    rule("dct:language", "resource", 0, { list: `${eu}language/` }),
    rule("foaf:homepage", "resource", 0, { max: 1 }),
    rule("dct:modified", "dateTime", 0, { max: 1 }),
  ],
  "dcat:Dataset": [
    rule("dct:title", "text", 1),
    rule("dct:description", "text", 1),
    rule("dct:identifier", "plain", 1),
    rule("dct:publisher", "Agent", 1, { max: 1 }),
    rule("dcat:contactPoint", "Contact", 1),
    rule("dct:accessRights", "resource", 1, { max: 1, list: `${eu}access-right/` }),
    rule("dcat:distribution", "Distribution", 0),
    rule("dcat:theme", "resource", 0, { list: `${eu}data-theme/` }),
    rule("dct:issued", "dateTime", 0, { max: 1 }),
    rule("dct:modified", "dateTime", 0, { max: 1 }),
    rule("dct:temporal", "Period", 0),
    rule("dcat:landingPage", "resource", 0),
    rule("dcat:version", "plain", 0, { max: 1 }),
    rule("dcat:keyword", "text", 0),
    rule("dct:language", "resource", 0, { list: `${eu}language/` }),
    rule("adms:versionNotes", "text", 0),
    rule("dcat:hasVersion", "Dataset", 0),
  ],
  "dcat:Distribution": [
    rule("dct:identifier", "plain", 1),
    rule("dct:title", "plain", 1),
    rule("dcat:accessURL", "resource", 1),
    rule("dcat:downloadURL", "resource", 0),
    rule("dct:license", "resource", 1, { max: 1 }),
    rule("dct:format", "resource", 1, { max: 1, list: `${eu}file-type/` }),
    rule("dcat:mediaType", "resource", 0, { max: 1, list: "https://www.iana.org/assignments/media-types/" }),
    rule("dcat:byteSize", "number", 0, { max: 1 }),
    rule("spdx:checksum", "Checksum", 0, { max: 1 }),
  ],
  "foaf:Agent": [rule("foaf:name", "plain", 1)],
  "vcard:Organization": [rule("vcard:fn", "plain", 1), rule("vcard:hasURL", "resource", 0)],
  "spdx:Checksum": [rule("spdx:algorithm", "resource", 1, { max: 1 }), rule("spdx:checksumValue", "hex", 1, { max: 1 })],
  "dct:PeriodOfTime": [rule("dcat:endDate", "date", 0, { max: 1 })],
};
const classOf: Readonly<Partial<Record<Kind, string>>> = {
  Agent: "foaf:Agent",
  Contact: "vcard:Organization",
  Checksum: "spdx:Checksum",
  Period: "dct:PeriodOfTime",
  Dataset: "dcat:Dataset",
  Distribution: "dcat:Distribution",
};
/** Codes of the European list of file types that our files have. */
const FILE_TYPES = ["CSV", "XLSX", "ODT", "PDF", "SVG", "JSON"];

type Node = Readonly<Record<string, unknown>>;

function flawsOf(node: Node, where: string): string[] {
  const type = String(node["@type"]);
  const rules = shapes[type];
  if (rules === undefined) return [`${where}: no shape for ${type}`];
  const flaws = Object.keys(node)
    .filter((key) => !key.startsWith("@") && !rules.some(({ path }) => path === key))
    .map((key) => `${where}: ${key} is not in the profile`);
  for (const { path, kind, min, max = Number.POSITIVE_INFINITY, list } of rules) {
    const given = node[path];
    const values = given === undefined ? [] : Array.isArray(given) ? given : [given];
    if (values.length < min || values.length > max) flaws.push(`${where}: ${values.length} times ${path}`);
    for (const value of values) flaws.push(...flawsOfValue(value, kind, list, `${where} ${path}`));
  }
  return flaws;
}

function flawsOfValue(value: unknown, kind: Kind, list: string | undefined, where: string): string[] {
  const node = (typeof value === "object" && value !== null ? value : {}) as Node;
  const bad = (holds: boolean): string[] => (holds ? [] : [`${where}: ${JSON.stringify(value)} is not a ${kind}`]);
  const typed = (type: string, form: RegExp) => bad(node["@type"] === type && form.test(String(node["@value"])));
  const id = String(node["@id"]);
  switch (kind) {
    case "plain":
      return bad(typeof value === "string" && value !== "");
    case "text":
      return bad(/^(nl|en|fr)$/.test(String(node["@language"])) && String(node["@value"] ?? "") !== "");
    case "resource":
      return bad(/^(https?:\/\/|spdx:)\S+$/.test(id) && (list === undefined || (id.startsWith(list) && id.length > list.length)));
    case "dateTime":
      return typed("xsd:dateTime", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    case "date":
      return typed("xsd:date", /^\d{4}-\d\d-\d\d$/);
    case "number":
      return typed("xsd:nonNegativeInteger", /^\d+$/);
    case "hex":
      return typed("xsd:hexBinary", /^[0-9a-f]{64}$/);
    default:
      return node["@type"] === classOf[kind]
        ? flawsOf(node, where)
        : [`${where}: ${String(node["@type"])} is not ${classOf[kind]}`];
  }
}

const manifest = (revision: number, reason: string): ReleaseManifest =>
  ({
    name: "tickets",
    revision,
    reason,
    knownAt: instant("2024-01-15T00:00:00.000Z"),
    releasedAt: instant(`2024-0${revision}-20T09:00:00.000Z`),
    files: Object.fromEntries(
      ["t.csv", "t.csv-metadata.json", "t.json-stat.json", "t.xlsx", "t.odt", "t.pdf", "t.svg", "publication.json"].map(
        (file) => [file, { sha256: "a".repeat(64), mediaType: "text/csv", kind: "computed", bytes: 12 }],
      ),
    ),
  }) as unknown as ReleaseManifest;

const catalogue = catalogueJsonLd(
  [
    {
      title: localized("Tickets", "Tickets", "Tickets"),
      manifest: manifest(2, "late registraties"),
      earlier: [manifest(1, "")],
      page: "https://maatwerk.example/cijfers/publicatie/tickets",
      fileAddress: (file) => `https://maatwerk.example/cijfers/bestand/x/${file}`,
    },
  ],
  "https://maatwerk.example",
) as Node;

describe("the catalogue of releases", () => {
  test("keeps the shapes of DCAT-AP", () => {
    expect(flawsOf(catalogue, "catalogue")).toEqual([]);
  });

  test("names each prefix that it uses", () => {
    const context = Object.keys(catalogue["@context"] as object);
    const used = new Set(
      [...JSON.stringify({ ...catalogue, "@context": null }).matchAll(/"([a-z]+):[A-Za-z]/g)].map((found) => found[1]),
    );
    expect([...used].filter((prefix) => prefix !== "https" && prefix !== "http" && !context.includes(prefix!))).toEqual([]);
  });

  test("gives each file a type of the European list, and each revision its reason", () => {
    const [dataset] = catalogue["dcat:dataset"] as Node[];
    const types = (dataset!["dcat:distribution"] as Node[]).map((one) =>
      String((one["dct:format"] as Node)["@id"]).slice(`${eu}file-type/`.length),
    );
    expect(types.filter((type) => !FILE_TYPES.includes(type))).toEqual([]);
    expect(dataset!["adms:versionNotes"]).toEqual({ "@language": "nl", "@value": "late registraties" });
    expect((dataset!["dcat:hasVersion"] as Node[]).map((one) => [one["@id"], one["dcat:version"]])).toEqual([
      ["https://maatwerk.example/cijfers/publicatie/tickets?herziening=1", "1"],
    ]);
  });

  test("a flaw would be found", () => {
    const { "dct:license": _, ...without } = catalogue;
    expect(flawsOf({ ...without, "dct:title": "zonder taal" }, "catalogue")).toHaveLength(2);
  });
});
