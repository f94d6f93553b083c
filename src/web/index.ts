// Public face of the pages.

export { loadStylesheet, type Stylesheet } from "./look/stylesheet.ts";
export { CALLBACK_PATH as LOGIN_CALLBACK_PATH, LOGGED_OUT_PATH } from "./pages/login/routes.tsx";
export type { WebLogin } from "./visitor.ts";
export { createWeb, type WebOptions } from "./web.tsx";
