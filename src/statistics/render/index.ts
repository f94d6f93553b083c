// Public face of renderings: what a figure or publication looks like in other forms than our own.
export { type Chart, type ChartOptions, chartOf } from "./chart.ts";
export { type CatalogueEntry, catalogueJsonLd } from "./dcat.ts";
export { figureJsonStat } from "./json-stat.ts";
export { publicationXlsx } from "./xlsx.ts";
