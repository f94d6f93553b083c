// Public face of the API.
export { type ApiOptions, createApi } from "./api.ts";
export { BODY_LIMIT } from "./body.ts";
export { connectionOf, headerOf, setOnAnswer } from "./connection.ts";
