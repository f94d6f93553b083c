// Reads an XML text into a small tree with line numbers. Document types are refused, so no entity can be declared or expanded.
import { SaxesParser } from "saxes";
import { fail, localized, ok, type Problem, problem, type Result } from "../../kernel/index.ts";
import { TreeBuilder } from "./tree-builder.ts";

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  readonly line: number;
}

const maxDepth = 40;

/** The root element, or the first thing that makes the text unusable, with its line. */
export function readXml(xml: string): Result<XmlElement> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const tree = new TreeBuilder();
  let root: XmlElement | null = null;
  let problemFound: Problem | null = null;
  const stop = (found: Problem) => {
    problemFound ??= found;
  };
  parser.on("error", (error) => stop(malformed(error.message.replace(/^\S*?\d+:\d+: /, ""), parser.line)));
  parser.on("doctype", () => stop(doctypeRefused(parser.line)));
  parser.on("opentag", (tag) => {
    if (tree.depth >= maxDepth) stop(malformed(`more than ${maxDepth} levels deep`, parser.line));
    tree.start(localName(tag.name), tag.attributes, parser.line);
  });
  parser.on("text", (text) => void tree.text(text));
  parser.on("cdata", (text) => void tree.text(text));
  parser.on("closetag", () => {
    root = tree.end() ?? root;
  });
  // Small slices keep a hostile text from being read further than its first fault.
  for (let at = 0; at < xml.length && problemFound === null; at += 65_536) parser.write(xml.slice(at, at + 65_536));
  if (problemFound === null) parser.close();
  if (problemFound !== null) return fail(problemFound);
  return root === null ? fail(malformed("no element found", 1)) : ok(root);
}

export function child(element: XmlElement, ...path: readonly string[]): XmlElement | null {
  let current: XmlElement | null = element;
  for (const name of path) current = current?.children.find((c) => c.name === name) ?? null;
  return current;
}

export function childrenNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((c) => c.name === name);
}

export function textOf(element: XmlElement, ...path: readonly string[]): string | null {
  const found = child(element, ...path);
  return found === null || found.text === "" ? null : found.text;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function malformed(detail: string, line: number): Problem {
  return problem(
    "xml.malformed",
    localized(
      `Regel ${line}: dit is geen leesbare XML (${detail}). Haal het bestand opnieuw op bij de afzender.`,
      `Line ${line}: this is not readable XML (${detail}). Fetch the file again from its sender.`,
      `Ligne ${line} : ce n'est pas un XML lisible (${detail}). Redemandez le fichier à l'expéditeur.`,
    ),
    `line ${line}`,
  );
}

function doctypeRefused(line: number): Problem {
  return problem(
    "xml.doctype",
    localized(
      `Regel ${line}: een documenttype (DOCTYPE) is niet toegelaten. Vraag een bestand zonder.`,
      `Line ${line}: a document type (DOCTYPE) is not allowed. Ask for a file without one.`,
      `Ligne ${line} : un type de document (DOCTYPE) n'est pas admis. Demandez un fichier sans.`,
    ),
    `line ${line}`,
  );
}
