// The provinces as equal tiles at about their place on the map: each with its name and number; colour only repeats the number.
import type { Language } from "../../../kernel/index.ts";
import { labelOf, type ShownFigure, windowText } from "../../../statistics/index.ts";
import { figuresText } from "../../text/figures.ts";

/** Column and row of each tile. */
const places: Readonly<Record<string, readonly [number, number]>> = {
  WVL: [1, 1],
  OVL: [2, 1],
  ANT: [3, 1],
  LIM: [4, 1],
  VBR: [3, 2],
  BRU: [2, 2],
};

export function TileMap({ figure, language }: { readonly figure: ShownFigure; readonly language: Language }) {
  const text = figuresText(language);
  const dimension = figure.dimensions.findIndex((one) => one.id === "province" || one.id === "employerProvince");
  if (dimension < 0 || figure.dimensions.length !== 1) return null;
  const last = figure.windows.at(-1)!;
  const cells = figure.cells.filter((cell) => cell.window === last.name);
  const number = new Intl.NumberFormat({ nl: "nl-BE", en: "en-GB", fr: "fr-BE" }[language]);
  const cellOf = (code: string) => cells.find((cell) => cell.key[dimension] === code);
  // Brussels has a tile only where the figure counts people there.
  const shown = Object.keys(places)
    .filter((code) => code !== "BRU" || cellOf(code) !== undefined)
    .map((code) => ({ code, cell: cellOf(code) }));
  const most = Math.max(1, ...shown.map(({ cell }) => Number(cell?.value ?? 0)));
  const others = cells.filter((cell) => cell.key[dimension] !== null && !(String(cell.key[dimension]) in places));
  const elsewhere = others.reduce((sum, cell) => sum + Number(cell.value ?? 0), 0);
  const hidden = language === "nl" ? "afgeschermd" : language === "en" ? "withheld" : "masqué";
  return (
    <div>
      <ul class="mw-tilemap">
        {shown.map(({ code, cell }) => {
          const [column, row] = places[code]!;
          const step = Math.ceil((Number(cell?.value ?? 0) / most) * 5);
          return (
            <li class={`mw-tilemap__tile mw-tilemap--c${column} mw-tilemap--r${row} mw-tilemap--s${step}`}>
              <span class="mw-tilemap__name">{labelOf(figure.dimensions[dimension]!.id, code)[language]}</span>
              <span class="mw-tilemap__value">
                {cell?.suppressed === true ? hidden : number.format(Number(cell?.value ?? 0))}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="mw-quiet">
        {figure.unit.title[language]}, {windowText(last, language)}.{" "}
        {elsewhere === 0 ? "" : text.mapAlso(number.format(elsewhere))}
      </p>
    </div>
  );
}
