// Public face of renderings: what a figure or publication looks like in other forms than our own.
export { type Chart, chartOf } from "./chart.ts";
export { figureJsonStat } from "./json-stat.ts";
export { publicationXlsx } from "./xlsx.ts";
