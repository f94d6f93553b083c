// Public face of the person's page: whose file, and who looked at it.
export { type AccessPage, type AccessSummary, accessPage } from "./access.ts";
export { actingFor, firstRequestFor, openOwn, unknownWards, type Ward, wardsOf } from "./own.ts";
