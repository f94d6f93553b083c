// Builds small trees from what an XML parser reports; both the whole-text reader and the streaming one stand on it.
import type { XmlElement } from "./xml-tree.ts";

interface OpenElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  line: number;
}

export class TreeBuilder {
  private readonly open: OpenElement[] = [];

  /** Elements that are open now. */
  get depth(): number {
    return this.open.length;
  }

  start(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    this.open.push({ name, attributes: { ...attributes }, children: [], text: "", line });
  }

  /** Adds to the innermost open element; gives how long its text is now. */
  text(text: string): number {
    const current = this.open.at(-1);
    if (current === undefined) return 0;
    current.text += text;
    return current.text.length;
  }

  /** Gives the tree when its outermost element closes, else null. */
  end(): XmlElement | null {
    const done = this.open.pop();
    if (done === undefined) return null;
    const element: XmlElement = { ...done, text: done.text.trim() };
    const parent = this.open.at(-1);
    if (parent === undefined) return element;
    parent.children.push(element);
    return null;
  }
}
