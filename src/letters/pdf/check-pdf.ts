// Our own look at a finished PDF, by the rules of PDF/UA that a program can check: declared, titled, in a language, tagged in good order.

type Dictionary = string;

const STANDARD = new Set(
  "Document Part Sect Div H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Caption Span Figure Link Note Reference Quote Strong Em Title".split(
    " ",
  ),
);

/** What is wrong; empty when nothing is. Only for PDFs written by our own renderer: other writers may pack objects otherwise. */
export function checkPdf(pdf: Uint8Array, expected: { readonly title: string; readonly language: string }): readonly string[] {
  const text = Buffer.from(pdf).toString("latin1");
  const flaws: string[] = [];
  const need = (holds: boolean, flaw: string) => {
    if (!holds) flaws.push(flaw);
  };
  need(/^%PDF-1\.[4-7]/.test(text), "is not a PDF of version 1.4 to 1.7");
  const objects = objectsOf(text);
  const catalog = [...objects.values()].find((one) => /\/Type \/Catalog\b/.test(one)) ?? "";
  need(catalog !== "", "has no catalog");
  need(/\/MarkInfo <<[^>]*\/Marked true/.test(catalog), "is not marked as tagged");
  need(/\/ViewerPreferences <<[^>]*\/DisplayDocTitle true/.test(catalog), "does not show its title");
  need(catalog.includes(`/Lang (${expected.language}`), `is not in language ${expected.language}`);
  need(/<pdfuaid:part>1<\/pdfuaid:part>/.test(text), "does not declare PDF/UA-1");
  const title = /<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(text)?.[1] ?? "";
  need(unescaped(Buffer.from(title, "latin1").toString("utf8")) === expected.title, "has another title in its metadata");
  for (const page of [...objects.values()].filter((one) => /\/Type \/Page\b(?!s)/.test(one))) {
    need(/\/StructParents \d+/.test(page), "has a page outside the structure");
    need(
      !page.includes("/Annots") || /\/Tabs \/S\b/.test(page),
      "has a page whose order of tabbing is not that of the structure",
    );
  }
  for (const font of [...objects.values()].filter((one) => /\/Type \/FontDescriptor\b/.test(one)))
    need(/\/FontFile[23]? \d+ 0 R/.test(font), "has a font that is not embedded");
  for (const font of [...objects.values()].filter((one) => /\/Subtype \/Type0\b/.test(one)))
    need(/\/ToUnicode \d+ 0 R/.test(font), "has a font whose letters cannot be read out");
  flaws.push(...structureFlaws(objects));
  return [...new Set(flaws)];
}

function objectsOf(text: string): ReadonlyMap<string, Dictionary> {
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((found) => [found[1] as string, found[2] as string]),
  );
}

const escapes: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescaped = (text: string) => text.replace(/&(\w+);/g, (whole, name: string) => escapes[name] ?? whole);

function structureFlaws(objects: ReadonlyMap<string, Dictionary>): string[] {
  const root = [...objects.values()].find((one) => /\/Type \/StructTreeRoot\b/.test(one));
  if (root === undefined) return ["has no structure"];
  const roles = new Map(
    [...(/\/RoleMap <<([\s\S]*?)>>/.exec(root)?.[1] ?? "").matchAll(/\/(\w+) \/(\w+)/g)].map((pair) => [
      pair[1] as string,
      pair[2] as string,
    ]),
  );
  const flaws: string[] = [];
  let heading = 0;
  let elements = 0;
  const visit = (id: string, above: string): void => {
    const element = objects.get(id) ?? "";
    if (!/\/Type \/StructElem\b/.test(element)) return;
    elements += 1;
    const own = /\/S \/(\w+)/.exec(element)?.[1] ?? "";
    const type = STANDARD.has(own) ? own : (roles.get(own) ?? "");
    if (!STANDARD.has(type)) flaws.push(`has a tag ${own} that stands for nothing`);
    const level = /^H([1-6])$/.exec(type)?.[1];
    if (level !== undefined) {
      if (Number(level) > heading + 1) flaws.push(`skips from heading ${heading} to ${level}`);
      heading = Number(level);
    }
    if (type === "TR" && !["Table", "THead", "TBody", "TFoot"].includes(above)) flaws.push("has a row outside a table");
    if ((type === "TH" || type === "TD") && above !== "TR") flaws.push("has a cell outside a row");
    if (type === "TH" && !/\/Scope \/\w+/.test(element)) flaws.push("has a header cell that says not what it heads");
    if (type === "LI" && above !== "L") flaws.push("has an item outside a list");
    if (type === "Figure" && !/\/Alt /.test(element)) flaws.push("has a figure without a text in its place");
    const children = childrenOf(element);
    if (type === "Table" && !children.some((child) => /\/S \/(THead|TR)\b/.test(objects.get(child) ?? "")))
      flaws.push("has a table without rows");
    for (const child of children) visit(child, type);
  };
  for (const child of childrenOf(root)) visit(child, "");
  if (elements === 0) flaws.push("has a structure without elements");
  if (heading === 0) flaws.push("has no heading");
  return flaws;
}

const childrenOf = (element: Dictionary): readonly string[] =>
  [...(/\/K \[([^\]]*)\]/.exec(element)?.[1] ?? "").matchAll(/(\d+) 0 R/g)].map((found) => found[1] as string);
