// A document of the repository as HTML: headings with addresses, tables and code in frames that take the keyboard, no markup of its own.
import { Marked, type Tokens } from "marked";

export interface Rendered {
  /** The first heading. */
  readonly title: string;
  /** All but the first heading. */
  readonly html: string;
}

/** Where a link of a document leads on the site; null: nowhere there, so that it stays plain text. */
export type LinkOf = (href: string) => string | null;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

/** The address of a heading, as code hosts make it, so that links within documents work here and there. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

export function renderMarkdown(text: string, linkOf: LinkOf, language: "nl" | "en"): Rendered {
  const frame = language === "nl" ? { table: "Tabel", code: "Voorbeeld" } : { table: "Table", code: "Example" };
  let title = "";
  let frames = 0;
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      heading({ tokens, depth, text: plain }: Tokens.Heading) {
        if (depth === 1 && title === "") {
          title = plain.replace(/[`*_]/g, "");
          return "";
        }
        return `<h${depth} class="au-c-heading au-c-heading--${depth}" id="${escaped(slugOf(plain))}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens);
        const to = linkOf(href);
        return to === null ? inner : `<a href="${escaped(to)}">${inner}</a>`;
      },
      image: ({ text: alt }: Tokens.Image) => escaped(alt),
      // What stands between angle brackets is shown, never obeyed.
      html: ({ text: markup }: Tokens.HTML | Tokens.Tag) => (/^<!--/.test(markup) ? "" : escaped(markup)),
      code({ text: content }: Tokens.Code) {
        frames += 1;
        return `<section class="mw-code" aria-label="${frame.code} ${frames}" tabindex="0"><pre>${escaped(content)}</pre></section>\n`;
      },
      table(token: Tokens.Table) {
        frames += 1;
        const row = (cells: readonly Tokens.TableCell[], tag: "th" | "td") =>
          `<tr>${cells.map((cell) => `<${tag}${tag === "th" ? ' scope="col"' : ""}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join("")}</tr>`;
        return `<section class="mw-table-frame" aria-label="${frame.table} ${frames}" tabindex="0"><table class="mw-table"><thead>${row(token.header, "th")}</thead><tbody>${token.rows.map((cells) => row(cells, "td")).join("")}</tbody></table></section>\n`;
      },
    },
  });
  const html = marked.parse(text, { async: false });
  return { title, html };
}
