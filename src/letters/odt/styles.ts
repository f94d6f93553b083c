// The named styles of an OpenDocument text: whoever writes on changes one style and every paragraph follows.

import { escapeXml } from "./escape.ts";

export function stylesXml(language: string, country: string, headerText: string | null): string {
  const style = (name: string, shown: string, parent: string | null, paragraph: string, text: string, more = ""): string =>
    `<style:style style:name="${name}" style:display-name="${shown}" style:family="paragraph"${parent === null ? "" : ` style:parent-style-name="${parent}"`}${more}><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
  const common = [
    `<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Calibri, Carlito, sans-serif" fo:font-size="11pt" fo:language="${language}" fo:country="${country}"/></style:default-style>`,
    style("Standard", "Standard", null, 'fo:margin-bottom="0.1cm"', 'fo:color="#000000"'),
    style("Text_20_body", "Text body", "Standard", 'fo:margin-bottom="0.25cm"', ""),
    style("Sender", "Sender", "Standard", 'fo:margin-bottom="0cm"', 'fo:font-size="10pt"'),
    style(
      "Heading_20_1",
      "Heading 1",
      "Standard",
      'fo:margin-top="0.6cm" fo:margin-bottom="0.3cm" fo:keep-with-next="always"',
      'fo:font-size="18pt" fo:font-weight="bold"',
      ' style:default-outline-level="1"',
    ),
    style(
      "Heading_20_2",
      "Heading 2",
      "Standard",
      'fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
      'fo:font-size="13pt" fo:font-weight="bold"',
      ' style:default-outline-level="2"',
    ),
    style("Summary", "Summary", "Standard", 'fo:background-color="#eef4fc" fo:padding="0.15cm"', ""),
    style("Caption", "Caption", "Standard", 'fo:margin-top="0.3cm" fo:keep-with-next="always"', 'fo:font-weight="bold"'),
    style("Notice_20_title", "Notice title", "Standard", 'fo:margin-top="0.3cm"', 'fo:font-weight="bold"'),
    style("Notice", "Notice", "Standard", 'fo:margin-bottom="0.3cm"', ""),
    style("Header", "Header", "Standard", 'fo:text-align="center"', 'fo:font-size="9pt" fo:font-weight="bold"'),
  ].join("");
  const header =
    headerText === null ? "" : `<style:header><text:p text:style-name="Header">${escapeXml(headerText)}</text:p></style:header>`;
  return [
    `<office:styles>${common}</office:styles>`,
    '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.5cm"/></style:page-layout></office:automatic-styles>',
    `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">${header}</style:master-page></office:master-styles>`,
  ].join("");
}
