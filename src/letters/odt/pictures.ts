// Charts as pictures of an OpenDocument text: each a file of the archive, shown in a frame with its title and the words in its place.
import type { Block } from "../document/document.ts";
import { escapeXml } from "./escape.ts";

export interface Picture {
  readonly name: string;
  readonly body: Uint8Array;
}

export const PICTURE_TYPE = "image/svg+xml";

type Chart = Extract<Block, { type: "chart" }>;

/** The pictures of a document, named by the place of their block. */
export function picturesOf(blocks: readonly Block[]): readonly Picture[] {
  return blocks.flatMap((block, index) =>
    block.type === "chart" ? [{ name: pictureName(index), body: new TextEncoder().encode(block.svg) }] : [],
  );
}

const pictureName = (index: number): string => `Pictures/chart-${index + 1}.svg`;

/** Text between the margins of the page. */
const WIDEST = 16;
const CENTIMETRES_PER_PIXEL = 2.54 / 96;

export function chartXml(chart: Chart, index: number): string {
  const { width, height } = sizeOf(chart.svg);
  const name = `Chart${index + 1}`;
  return [
    `<text:p text:style-name="Caption">${escapeXml(chart.title)}</text:p>`,
    `<text:p text:style-name="Standard"><draw:frame draw:style-name="Picture" draw:name="${name}" text:anchor-type="as-char"`,
    ` svg:width="${width.toFixed(2)}cm" svg:height="${height.toFixed(2)}cm" draw:z-index="0">`,
    `<draw:image xlink:href="${pictureName(index)}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" draw:mime-type="${PICTURE_TYPE}"/>`,
    `<svg:title>${escapeXml(chart.title)}</svg:title><svg:desc>${escapeXml(chart.text)}</svg:desc></draw:frame></text:p>`,
  ].join("");
}

/** In centimetres, no wider than the text; a drawing that does not say its size is taken as a half page. */
function sizeOf(svg: string): { width: number; height: number } {
  const tag = /<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const said = (name: string): number => Number(new RegExp(`\\s${name}="([\\d.]+)`).exec(tag)?.[1] ?? Number.NaN);
  const [width, height] = [said("width") * CENTIMETRES_PER_PIXEL, said("height") * CENTIMETRES_PER_PIXEL];
  if (!(width > 0 && height > 0)) return { width: WIDEST, height: WIDEST / 2 };
  const scale = Math.min(1, WIDEST / width);
  return { width: width * scale, height: height * scale };
}
