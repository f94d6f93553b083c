import { describe, expect, test } from "vitest";
import { documentLibrary } from "./library.ts";
import { renderMarkdown } from "./markdown.ts";

const render = (text: string) => renderMarkdown(text, (href) => (href === "a.md" ? "/docs/a" : null), "en");

describe("a document", () => {
  test("gives its first heading as title and addresses to the others", () => {
    expect(render("# The `title`\n\n## Wat u *nodig* hebt\n\ntext")).toEqual({
      title: "The title",
      html: '<h2 class="au-c-heading au-c-heading--2" id="wat-u-nodig-hebt">Wat u <em>nodig</em> hebt</h2>\n<p>text</p>\n',
    });
  });

  test("shows markup of its own and never obeys it", () => {
    const { html } = render(
      "# t\n\n<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> b [x](javascript:alert(1)) ![<b>](http://x)",
    );
    expect(html).not.toMatch(/<(script|img|b)/);
    expect(html).not.toContain("javascript:");
    expect(html).toContain("&lt;script&gt;");
  });

  test("links to other documents and leaves other links as text", () => {
    const { html } = render("# t\n\n[one](a.md) [two](../src/x.ts)");
    expect(html).toBe('<p><a href="/docs/a">one</a> two</p>\n');
  });

  test("frames tables and code, each with a name, so that the keyboard can scroll them", () => {
    const { html } = render("# t\n\n| a | b |\n|---|---|\n| 1 | `2` |\n\n```\nx < y\n```");
    expect(html.match(/tabindex="0"/g)).toHaveLength(2);
    expect(html).toContain('<th scope="col">a</th>');
    expect(html).toContain("<pre>x &lt; y</pre>");
  });
});

describe("the library", () => {
  const library = documentLibrary();

  test("has the list, documents in Dutch and English, and decisions; links between them lead to pages", () => {
    expect(library.find("employer")?.language).toBe("nl");
    expect(library.find("law")?.language).toBe("en");
    expect(library.find("decisions/0003-law-as-data")?.title).toMatch(/law/);
    expect(library.find("README")?.html).toContain('href="/docs/employer"');
    expect(library.find("decisions/README")?.html).toContain('href="/docs/decisions/0003-law-as-data"');
  });

  test.each(["", "nothing", "../README", "decisions", "decisions/../../README", "__proto__"])("has nothing under %j", (name) => {
    expect(library.find(name)).toBeNull();
  });
});
