// Public face of the bounds: what published margins of overlapping tickets leave open.
export { type Bounds, type BoundsQuestion, bounds, type DerivedQuantity, type Margin, type Range } from "./bounds.ts";
export { cellsOf, type Selection } from "./cells.ts";
export { parseBoundsFile } from "./parse-file.ts";
