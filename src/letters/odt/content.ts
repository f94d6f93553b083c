// The blocks of a document as OpenDocument content.
import type { Block } from "../document/document.ts";
import { escapeXml } from "./escape.ts";
import { chartXml } from "./pictures.ts";

export function blockXml(block: Block, index: number): string {
  switch (block.type) {
    case "heading":
      return `<text:h text:style-name="Heading_20_2" text:outline-level="2">${escapeXml(block.text)}</text:h>`;
    case "paragraph":
      return paragraph("Text_20_body", block.text);
    case "list":
      return `<text:list>${block.items.map((item) => `<text:list-item>${paragraph("Standard", item)}</text:list-item>`).join("")}</text:list>`;
    case "facts":
      return block.rows.map(({ label, value }) => paragraph("Standard", `${label}: ${value}`)).join("");
    case "notice":
      return `${paragraph("Notice_20_title", block.title)}${paragraph("Notice", block.text)}`;
    case "chart":
      return chartXml(block, index);
    case "table":
      return tableXml(block, index);
  }
  // A kind of block that another layout may have and this one does not.
  return "";
}

function tableXml(table: Extract<Block, { type: "table" }>, index: number): string {
  const name = `Table${index + 1}`;
  const cell = (text: string, at: number, bold: boolean): string => {
    const style = `Cell${table.columns[at]?.align === "end" ? "End" : "Start"}${bold ? "Bold" : ""}`;
    return `<table:table-cell table:style-name="Cell" office:value-type="string">${paragraph(style, text)}</table:table-cell>`;
  };
  const row = (cells: readonly string[], bold: boolean): string =>
    `<table:table-row>${cells.map((text, at) => cell(text, at, bold)).join("")}</table:table-row>`;
  const head = row(
    table.columns.map((column) => column.title),
    true,
  );
  return [
    paragraph("Caption", table.caption),
    `<table:table table:name="${name}"><table:table-column table:number-columns-repeated="${table.columns.length}"/>`,
    `<table:table-header-rows>${head}</table:table-header-rows>`,
    ...table.rows.map((cells) => row(cells, false)),
    ...(table.total === null ? [] : [row(table.total, true)]),
    "</table:table>",
    paragraph("Standard", ""),
  ].join("");
}

function paragraph(style: string, text: string): string {
  return `<text:p text:style-name="${style}">${escapeXml(text)}</text:p>`;
}
