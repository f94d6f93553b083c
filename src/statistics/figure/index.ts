// Public face of figures: run a question and get numbers with all that belongs to them.
export { type Linkage, untilLinkage } from "./availability.ts";
export type { Caveat, Figure, FigureCell, FigureDimension, FigureWindow, Outcome } from "./figure.ts";
export { percentOf } from "./numbers.ts";
export { type FigureContext, runFigure } from "./run.ts";
