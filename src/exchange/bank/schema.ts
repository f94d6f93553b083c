// A small schema language for ISO 20022 messages: element order, how often, and what a text may hold. Written from the standard's rules.
import { localized, type Problem, problem } from "../../kernel/index.ts";
import type { XmlElement } from "../xml/xml-tree.ts";

interface Leaf {
  readonly kind: "text";
  readonly pattern: RegExp;
  readonly expected: string;
  readonly attributes?: Readonly<Record<string, RegExp>>;
}
interface Sequence {
  readonly kind: "sequence";
  readonly parts: readonly Part[];
}
interface Choice {
  readonly kind: "choice";
  readonly parts: readonly Part[];
}
export type Content = Leaf | Sequence | Choice;

export interface Part {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly content: Content;
}

export const one = (name: string, content: Content): Part => ({ name, min: 1, max: 1, content });
export const optional = (name: string, content: Content): Part => ({ name, min: 0, max: 1, content });
export const many = (name: string, content: Content): Part => ({ name, min: 1, max: Number.MAX_SAFE_INTEGER, content });
export const sequence = (...parts: readonly Part[]): Sequence => ({ kind: "sequence", parts });
export const choice = (...parts: readonly Part[]): Choice => ({ kind: "choice", parts });

export function text(pattern: RegExp, expected: string, attributes?: Readonly<Record<string, RegExp>>): Leaf {
  return { kind: "text", pattern, expected, ...(attributes === undefined ? {} : { attributes }) };
}

/** The character set that every SEPA bank accepts, no slash at either end and no double slash (they separate fields inside banks). */
export function sepaText(maxLength: number): Leaf {
  return text(
    new RegExp(`^(?!/)(?!.*//)(?!.*/$)[A-Za-z0-9/\\-?:().,'+ ]{1,${maxLength}}$`),
    `1-${maxLength} characters of A-Z a-z 0-9 / - ? : ( ) . , ' + and space`,
  );
}

/** Every place where the document departs from the schema, with its path and line. */
export function violations(element: XmlElement, part: Part, path = ""): Problem[] {
  const here = `${path}/${part.name}`;
  if (element.name !== part.name) return [violation(here, element.line, `<${part.name}>`, `<${element.name}>`)];
  return contentViolations(element, part.content, here);
}

function contentViolations(element: XmlElement, content: Content, path: string): Problem[] {
  if (content.kind === "text") return leafViolations(element, content, path);
  if (element.text !== "") return [violation(path, element.line, "elements", `text "${element.text.slice(0, 20)}"`)];
  return content.kind === "choice" ? choiceViolations(element, content, path) : sequenceViolations(element, content, path);
}

function leafViolations(element: XmlElement, leaf: Leaf, path: string): Problem[] {
  const found: Problem[] = [];
  if (element.children.length > 0) found.push(violation(path, element.line, leaf.expected, `<${element.children[0]?.name}>`));
  else if (!leaf.pattern.test(element.text))
    found.push(violation(path, element.line, leaf.expected, `"${element.text.slice(0, 80)}"`));
  const allowed = leaf.attributes ?? {};
  for (const [name, pattern] of Object.entries(allowed)) {
    const value = element.attributes[name];
    if (value === undefined || !pattern.test(value))
      found.push(violation(`${path}/@${name}`, element.line, String(pattern), `"${value ?? ""}"`));
  }
  for (const name of Object.keys(element.attributes))
    if (!(name in allowed)) found.push(violation(`${path}/@${name}`, element.line, "no such attribute", `@${name}`));
  return found;
}

function choiceViolations(element: XmlElement, content: Choice, path: string): Problem[] {
  const names = content.parts.map((p) => `<${p.name}>`).join(" or ");
  const [only, ...more] = element.children;
  const part = content.parts.find((p) => p.name === only?.name);
  if (only === undefined || part === undefined || more.length > 0)
    return [
      violation(path, element.line, `exactly one of ${names}`, element.children.map((c) => `<${c.name}>`).join(" ") || "nothing"),
    ];
  return violations(only, part, path);
}

function sequenceViolations(element: XmlElement, content: Sequence, path: string): Problem[] {
  const found: Problem[] = [];
  let at = 0;
  for (const part of content.parts) {
    let seen = 0;
    for (let next = element.children[at]; next !== undefined && next.name === part.name; next = element.children[at]) {
      found.push(...violations(next, part, path));
      seen += 1;
      at += 1;
    }
    if (seen < part.min) found.push(violation(path, element.line, `<${part.name}>`, describe(element.children[at])));
    if (seen > part.max) found.push(violation(`${path}/${part.name}`, element.line, `at most ${part.max}`, `${seen}`));
  }
  const extra = element.children[at];
  if (extra !== undefined) found.push(violation(path, extra.line, "no further element", `<${extra.name}>`));
  return found;
}

function describe(element: XmlElement | undefined): string {
  return element === undefined ? "nothing" : `<${element.name}>`;
}

function violation(path: string, line: number, expected: string, got: string): Problem {
  return problem(
    "bank.schema",
    localized(
      `Regel ${line}, ${path}: verwacht ${expected}, gevonden ${got}.`,
      `Line ${line}, ${path}: expected ${expected}, found ${got}.`,
      `Ligne ${line}, ${path} : attendu ${expected}, trouvé ${got}.`,
    ),
    path,
    expected,
  );
}
