// Twenty quarters as a staircase, drawn on the server. The same amounts always stand in a table beside it.
import { type Cents, cents, formatEuro, type Language } from "../../kernel/index.ts";
import { layOutStairs, type Plateau, type StairColumn, type StairFrame } from "./staircase.ts";

export interface StaircaseChartProps {
  readonly language: Language;
  readonly title: string;
  /** What a reader who cannot see the drawing must know; the table gives the rest. */
  readonly description: string;
  readonly columns: readonly StairColumn[];
  /** Index of the quarter that the page is about. */
  readonly chosen: number;
  /** Name of each part, from the ground up, written into the drawing. */
  readonly names: readonly string[];
}

const wide: StairFrame = { width: 960, height: 330, top: 58, bottom: 34 };
const narrow: StairFrame = { width: 328, height: 240, top: 44, bottom: 26 };

/** Whole euros, half up: a label says about how much, the table says how much. */
function roundEuro(amount: Cents, language: Language): string {
  const whole = cents(Math.floor((amount + 50) / 100) * 100);
  return formatEuro(whole, language).replace(/[.,]00(?=\D*$)/, "");
}

function plateauLabel(plateau: Plateau, language: Language, room: number): string {
  const most = roundEuro(plateau.most, language);
  const least = roundEuro(plateau.least, language);
  if (least === most) return most;
  // About nine units of width for each sign of the wide drawing.
  const range = `${least} – ${most}`;
  return range.length * 9 <= room ? range : most;
}

export function StaircaseChart(props: StaircaseChartProps) {
  return (
    <figure class="mw-chart">
      <figcaption>{props.title}</figcaption>
      <Drawing {...props} frame={wide} size={16} variant="mw-chart__wide" />
      <Drawing {...props} frame={narrow} size={12.5} variant="mw-chart__narrow" />
    </figure>
  );
}

interface DrawingProps extends StaircaseChartProps {
  readonly frame: StairFrame;
  readonly size: number;
  readonly variant: string;
}

function Drawing({ language, description, columns, chosen, names, frame, size, variant }: DrawingProps) {
  const stairs = layOutStairs(columns, chosen, frame);
  // The names of the parts stand at the end of the longest plateau, where there is most room.
  const longest = stairs.plateaus.reduce<Plateau | undefined>(
    (most, one) => (most === undefined || one.width > most.width ? one : most),
    undefined,
  );
  const within =
    longest === undefined ? [] : (stairs.columns.find((column) => (column.boxes[0]?.x ?? -1) >= longest.x)?.boxes ?? []);
  return (
    <svg class={variant} viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={description} font-size={size}>
      <g>
        {stairs.columns.map((column) =>
          column.boxes.map((box, part) => (
            <rect
              shape-rendering="crispEdges"
              x={box.x}
              y={box.y}
              width={box.width}
              height={box.height}
              class={`${part === 0 ? "mw-stair--main" : "mw-stair--second"}${column.chosen ? " mw-stair--chosen" : ""}`}
            />
          )),
        )}
        {stairs.years.map((year) => (
          <>
            <line class="mw-chart__tick" x1={year.x} x2={year.x} y1={stairs.ground} y2={stairs.ground + 7} />
            {year.width >= size * 2.2 ? (
              <text class="mw-chart__soft" x={year.x + 3} y={stairs.ground + size + 6}>
                {year.year}
              </text>
            ) : null}
          </>
        ))}
        <line class="mw-chart__axis" x1={0} x2={frame.width} y1={stairs.ground} y2={stairs.ground} />
        {stairs.plateaus.map((plateau) => {
          const [percent, ...rest] = plateau.key.split("|");
          const tall = rest.length > 0 && plateau.y > size * 2.6;
          return (
            <>
              <text class="mw-chart__label" x={plateau.x + 3} y={plateau.y - size * 0.5}>
                {plateauLabel(plateau, language, plateau.width)}
              </text>
              {tall && percent !== "" ? (
                <text class="mw-chart__soft" x={plateau.x + 3} y={plateau.y - size * 1.7}>
                  {percent}
                </text>
              ) : null}
            </>
          );
        })}
        {longest === undefined
          ? null
          : within.map((box, part) =>
              box.height >= size * 1.6 && names[part] !== undefined ? (
                <text
                  class={part === 0 ? "mw-chart__on-dark" : "mw-chart__on-light"}
                  text-anchor="end"
                  x={longest.x + longest.width - 8}
                  y={box.y + box.height / 2 + size * 0.35}
                >
                  {names[part]}
                </text>
              ) : null,
            )}
      </g>
    </svg>
  );
}
