// A figure as a chart: a Vega-Lite description with its data, and the SVG that is made of it here. The table always stands beside it.
import type { Language } from "../../kernel/index.ts";
import { words } from "../answer/words.ts";
import type { Figure } from "../figure/index.ts";
import { type FigureRow, rowsOf } from "./rows.ts";

interface Datum {
  readonly what: string;
  readonly series: string;
  readonly value: number;
  readonly label: string;
  /** The whole mark in words, for a screen reader. */
  readonly words: string;
}

/** More bars than this are a table, not a chart. */
const MOST_BARS = 40;

const colours = ["#0055cc", "#c15700", "#00794c", "#7a3e9d", "#996300", "#005f73", "#a3195b", "#54616c"];

/** `narrow`: for a phone, with words as large as in the wide one. */
export type ChartShape = "wide" | "narrow";

export interface ChartOptions {
  readonly shape?: ChartShape;
  /** False where the page around it says the title already. */
  readonly titled?: boolean;
}

const sizes = {
  wide: { bars: 420, lines: { width: 480, height: 280 }, title: 58, letters: 46, step: 26 },
  narrow: { bars: 110, lines: { width: 210, height: 220 }, title: 34, letters: 17, step: 42 },
} as const;

/** The description; null when there is nothing to draw: no figure, too many bars, or one number alone. */
export function chartSpec(
  figure: Figure,
  language: Language,
  { shape = "wide", titled = true }: ChartOptions = {},
): object | null {
  const rows = rowsOf(figure, language).filter((row) => row.value !== null);
  const series = figure.windows.length > 1;
  const single = figure.dimensions.length === 0 || rows.every((row) => row.cell.key.every((code) => code === null));
  const kept = single ? rows : rows.filter((row) => !row.isTotal);
  if (kept.length < 2 || kept.length > MOST_BARS || figure.dimensions.length > 2) return null;
  const number = new Intl.NumberFormat({ nl: "nl-BE", en: "en-GB", fr: "fr-BE" }[language]);
  const size = sizes[shape];
  const broken = (text: string): string => wrapped(text, size.letters).join("\n");
  const data = kept.map((row): Datum => {
    const [place, label] = [placeOf(row, single, series), number.format(row.value!)];
    const spoken = [place.what, place.series].filter((one) => one !== "").join(", ");
    return { what: broken(place.what), series: place.series, value: row.value!, label, words: `${spoken}: ${label}` };
  });
  const hidden = rowsOf(figure, language).filter((row) => row.cell.suppressed === true && (single || !row.isTotal)).length;
  const note = hidden === 0 ? "" : ` (${hidden} ${words(language).suppressed})`;
  const unit = `${figure.unit.title[language]}${note}`;
  const head = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: titled
      ? { text: wrapped(figure.title[language], size.title), subtitle: unit, anchor: "start", offset: 16 }
      : { text: unit, anchor: "start", offset: 12, fontWeight: "normal", fontSize: 13 },
    description: `${figure.title[language]}. ${figure.counted[language]}. ${figure.population[language]}.`,
    data: { values: data },
    config: {
      font: "Source Sans 3, Source Sans Pro, Arial, sans-serif",
      lineBreak: "\n",
      locale: { number: numbers[language] },
      view: { stroke: null },
      axis: {
        aria: false,
        labelFontSize: 13,
        titleFontSize: 13,
        grid: false,
        domainColor: "#8695a8",
        tickColor: "#8695a8",
        labelLimit: 0,
      },
      title: { fontSize: 16, subtitleFontSize: 13 },
      legend: { aria: false, labelFontSize: 13, titleFontSize: 13, labelLimit: 0 },
    },
  };
  const names = [...new Set(data.map((one) => one.series))];
  const colour =
    names.length < 2
      ? { value: colours[0] }
      : {
          field: "series",
          type: "nominal",
          scale: { domain: names, range: colours },
          legend: {
            title: null,
            orient: "top",
            columns: shape === "narrow" || names.some((name) => name.length > 28) ? 1 : 2,
            symbolType: "square",
          },
        };
  if (series && new Set(data.map((one) => one.what)).size > 2) return { ...head, ...lines(data, colour, size.lines) };
  return { ...head, ...bars(data, names, colour, size) };
}

/** What stands along the axis and what makes the series. */
function placeOf(row: FigureRow, single: boolean, series: boolean): Pick<Datum, "what" | "series"> {
  if (single) return { what: row.window, series: "" };
  if (series) return { what: row.window, series: row.labels.join(", ") };
  return { what: row.labels[0] ?? "", series: row.labels[1] ?? "" };
}

function bars(
  data: readonly Datum[],
  names: readonly string[],
  colour: object,
  size: { readonly bars: number; readonly step: number },
): object {
  const order = [...new Set(data.map((one) => one.what))];
  const y = { field: "what", type: "nominal", sort: order, axis: { title: null, ticks: false, domain: false } };
  const x = { field: "value", type: "quantitative", axis: null, scale: { zero: true } };
  const offset = names.length < 2 ? {} : { yOffset: { field: "series", sort: names } };
  return {
    width: size.bars,
    height: { step: names.length < 2 ? size.step : 22 },
    encoding: { y, x, ...offset, description: { field: "words" } },
    layer: [
      { mark: { type: "bar", height: { band: 0.7 } }, encoding: { color: colour } },
      {
        mark: { type: "text", aria: false, align: "left", dx: 4, fontSize: 13, color: "#33332d" },
        encoding: { text: { field: "label" } },
      },
    ],
  };
}

function lines(data: readonly Datum[], colour: object, size: { readonly width: number; readonly height: number }): object {
  const order = [...new Set(data.map((one) => one.what))];
  return {
    ...size,
    encoding: {
      x: { field: "what", type: "ordinal", sort: order, axis: { title: null, labelAngle: -35 } },
      y: { field: "value", type: "quantitative", axis: { title: null, grid: true, gridColor: "#e0e4e9", tickCount: 5 } },
      color: colour,
      description: { field: "words" },
    },
    layer: [{ mark: { type: "line", aria: false, strokeWidth: 2 } }, { mark: { type: "point", filled: true, size: 50 } }],
  };
}

/** A long title over several lines: the drawing does not break them itself. */
function wrapped(text: string, width: number): string[] {
  const found: string[] = [""];
  for (const word of text.split(" ")) {
    const line = found.at(-1)!;
    if (line.length + word.length > width && line !== "") found.push(word);
    else found[found.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return found;
}

const numbers = {
  nl: { decimal: ",", thousands: ".", grouping: [3], currency: ["€ ", ""] },
  en: { decimal: ".", thousands: ",", grouping: [3], currency: ["€", ""] },
  fr: { decimal: ",", thousands: "\u202f", grouping: [3], currency: ["", " €"] },
} as const;

export interface Chart {
  readonly spec: object;
  /** Named and described for a screen reader by the figure's title and what it counts. */
  readonly svg: string;
}

export async function chartOf(figure: Figure, language: Language, options: ChartOptions = {}): Promise<Chart | null> {
  const spec = chartSpec(figure, language, options);
  if (spec === null) return null;
  const [vega, lite] = await Promise.all([import("vega"), import("vega-lite")]);
  const compiled = lite.compile(spec as never, { logger: vega.logger(vega.None) }).spec;
  // Numbers are written by us already; nothing in the data is evaluated.
  const view = new vega.View(vega.parse(compiled), { renderer: "none", logLevel: vega.None });
  const svg = await view.toSVG();
  view.finalize();
  return { spec, svg: named(svg, figure, language) };
}

function named(svg: string, figure: Figure, language: Language): string {
  const text = `${figure.title[language]}. ${figure.counted[language]}.`;
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return svg.replace(/^<svg /, `<svg role="graphics-document" aria-roledescription="chart" aria-label="${escaped}" `);
}
