import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { instant, plainDate } from "../../kernel/index.ts";
import type { LetterDocument } from "../document/document.ts";
import { renderOdt } from "./render-odt.ts";

const document: LetterDocument = {
  kind: "publication",
  language: "nl",
  reference: "tickets 1",
  date: plainDate("2024-02-01"),
  createdAt: instant("2024-02-01T00:00:00.000Z"),
  from: { name: "Departement", lines: [] },
  to: { name: "", lines: [] },
  title: "Tickets & <personen>",
  summary: ["Kort."],
  blocks: [
    { type: "heading", text: "Vraag 1" },
    { type: "list", items: ["een", "twee"] },
    {
      type: "chart",
      title: "Tickets & soorten",
      text: "Tickets. De getallen staan in de tabel hieronder.",
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="300" viewBox="0 0 1200 300"><rect width="9" height="9"/></svg>',
    },
    {
      type: "table",
      caption: "Tickets",
      columns: [
        { title: "Soort", align: "start" },
        { title: "Aantal", align: "end" },
      ],
      rows: [["individueel", "10.894"]],
      total: ["totaal", "22.454"],
    },
  ],
  synthetic: true,
};

/** Names and texts of an archive's files, read from its own directory at the end. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const buffer = Buffer.from(bytes);
  const end = buffer.length - 22;
  expect(buffer.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, string>();
  let at = buffer.readUInt32LE(end + 16);
  for (let left = buffer.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, nameLength] = [
      buffer.readUInt16LE(at + 10),
      buffer.readUInt32LE(at + 20),
      buffer.readUInt16LE(at + 28),
    ];
    const name = buffer.toString("utf8", at + 46, at + 46 + nameLength);
    const local = buffer.readUInt32LE(at + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const body = buffer.subarray(start, start + packed);
    files.set(name, (method === 0 ? body : inflateRawSync(body)).toString("utf8"));
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return files;
}

/** Whether every element is closed in the order in which they were opened. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, self] of xml.replace(/^<\?xml[^>]*>/, "").matchAll(/<(\/?)([\w:-]+)[^<>]*?(\/?)>/g)) {
    if (close === "/") {
      if (open.pop() !== name) return false;
    } else if (self !== "/") open.push(name!);
  }
  return open.length === 0 && !/&(?!amp;|lt;|gt;|quot;)/.test(xml);
}

describe("a document as OpenDocument text", () => {
  const files = unzip(renderOdt(document));

  it("starts with its media type, uncompressed, and lists its files", () => {
    expect([...files.keys()]).toEqual([
      "mimetype",
      "content.xml",
      "styles.xml",
      "meta.xml",
      "Pictures/chart-3.svg",
      "META-INF/manifest.xml",
    ]);
    expect(files.get("mimetype")).toBe("application/vnd.oasis.opendocument.text");
    expect(Buffer.from(renderOdt(document)).toString("latin1", 30, 77)).toBe("mimetypeapplication/vnd.oasis.opendocument.text");
  });

  it("is well-formed XML with real headings, lists and a table with a header row", () => {
    for (const [name, text] of files) if (name.endsWith(".xml")) expect([name, isWellFormed(text)]).toEqual([name, true]);
    const content = files.get("content.xml")!;
    expect(content).toContain('text:outline-level="1">Tickets &amp; &lt;personen&gt;</text:h>');
    expect(content).toContain("<table:table-header-rows>");
    expect(content.match(/<text:list-item>/g)).toHaveLength(2);
    expect(content.match(/<table:table-row>/g)).toHaveLength(3);
  });

  it("lists in its manifest every file but the media type, and itself", () => {
    const listed = [...files.get("META-INF/manifest.xml")!.matchAll(/manifest:full-path="([^"]*)"/g)].map((found) => found[1]!);
    expect(listed.sort()).toEqual(
      ["/", ...files.keys()].filter((name) => name !== "mimetype" && !name.startsWith("META-INF")).sort(),
    );
  });

  it("uses only prefixes that it names and styles that it has", () => {
    const styles = [...files.values()].flatMap((text) => [...text.matchAll(/style:name="([^"]+)"/g)].map((found) => found[1]!));
    for (const name of ["content.xml", "styles.xml", "meta.xml"]) {
      const xml = files.get(name)!;
      const named = new Set([...xml.matchAll(/xmlns:(\w+)=/g)].map((found) => found[1]!));
      const used = [...xml.matchAll(/[<\s/](\w+):[\w-]+[=\s/>]/g)]
        .map((found) => found[1]!)
        .filter((prefix) => prefix !== "xmlns");
      expect([name, used.filter((prefix) => !named.has(prefix))]).toEqual([name, []]);
      const wanted = [...xml.matchAll(/(?:text|table|draw):style-name="([^"]+)"/g)].map((found) => found[1]!);
      expect([name, wanted.filter((style) => !styles.includes(style))]).toEqual([name, []]);
    }
  });

  it("shows a chart as a picture no wider than the text, with words for whoever does not see it", () => {
    const content = files.get("content.xml")!;
    expect(files.get("Pictures/chart-3.svg")).toContain("<rect");
    expect(content).toContain('svg:width="16.00cm" svg:height="4.00cm"');
    expect(content).toContain('xlink:href="Pictures/chart-3.svg"');
    expect(content).toContain("<svg:title>Tickets &amp; soorten</svg:title><svg:desc>Tickets. De getallen");
  });

  it("says on every page that the data are synthetic", () => {
    expect(files.get("styles.xml")).toContain("Synthetische gegevens");
    expect(unzip(renderOdt({ ...document, synthetic: false })).get("styles.xml")).not.toContain("Synthetische");
  });

  it("has the same bytes for the same document", () => {
    expect(Buffer.from(renderOdt(document)).equals(Buffer.from(renderOdt(document)))).toBe(true);
  });
});
