// Public face of the pages.

export { loadStylesheet, type Stylesheet } from "./look/stylesheet.ts";
export { createWeb, type WebOptions } from "./web.tsx";
