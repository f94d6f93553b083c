// Cuts a file of attests into one small tree per attest while it streams by, so that memory stays flat at any file size.
import { SaxesParser } from "saxes";
import { type Problem, Refusal } from "../../kernel/index.ts";
import { TreeBuilder } from "../xml/tree-builder.ts";
import type { XmlElement } from "../xml/xml-tree.ts";
import { attestTooLarge, notUtf8, unreadable, wrongRoot } from "./file-problems.ts";
import { maxAttestCharacters, maxDepth, maxTextCharacters } from "./limits.ts";

const PIECE = 16_384;

/** Every `<item>` under `<root>`. Throws a `Refusal` at the first fault that makes the whole file unusable. */
export async function* elementsOf(chunks: AsyncIterable<Uint8Array>, root: string, item: string): AsyncGenerator<XmlElement> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parser = new SaxesParser({ xmlns: false, position: true });
  const tree = new TreeBuilder();
  const ready: XmlElement[] = [];
  let depth = 0;
  let mark = 0;
  let fault: Problem | null = null;
  const stop = (found: Problem) => {
    fault ??= found;
  };
  parser.on("error", (error) => stop(unreadable(parser.line, error.message.replace(/^\S*?\d+:\d+: /, ""))));
  parser.on("doctype", () => stop(unreadable(parser.line, "DOCTYPE is not allowed")));
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > maxDepth) return stop(unreadable(parser.line, `more than ${maxDepth} levels deep`));
    if (depth === 1) return tag.name === root ? undefined : stop(wrongRoot(parser.line, root, tag.name));
    if (depth === 2 && tag.name !== item) return stop(wrongRoot(parser.line, item, tag.name));
    if (depth === 2) mark = parser.position;
    tree.start(tag.name, tag.attributes, parser.line);
  });
  const addText = (text: string) => {
    if (tree.text(text) > maxTextCharacters) stop(attestTooLarge(parser.line));
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    depth -= 1;
    const element = tree.end();
    if (element === null) return;
    ready.push(element);
    mark = parser.position;
  });
  // In small pieces, however the file comes in: after one the parser counts it twice until the next.
  const feed = (text: string) => {
    for (let at = 0; at < text.length; at += PIECE) {
      parser.write(text.slice(at, at + PIECE));
      if (parser.position - mark > maxAttestCharacters) stop(attestTooLarge(parser.line));
      if (fault !== null) throw new Refusal([fault]);
    }
  };
  try {
    for await (const chunk of chunks) {
      feed(decoder.decode(chunk, { stream: true }));
      yield* ready.splice(0);
    }
    feed(decoder.decode());
  } catch (error) {
    throw error instanceof TypeError ? new Refusal([notUtf8(parser.line)]) : error;
  }
  parser.close();
  if (fault !== null) throw new Refusal([fault]);
  yield* ready.splice(0);
}
