// Public face of dimensions: what the grants of a day can be divided by, and in which part each grant falls.
export { type GrantDimension, grantDimensions } from "./grant-dimensions.ts";
export { partsOfGrants } from "./parts-of-grants.ts";
