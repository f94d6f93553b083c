// Addresses of the API about figures and releases.
export const FIGURES = "/api/v1/figures";
export const RELEASES = "/api/v1/releases";
export const DIMENSIONS = `${FIGURES}/dimensions`;
export const COUNTABLE = `${FIGURES}/catalogue`;
export const DCAT = `${FIGURES}/catalogue.jsonld`;
export const TEMPLATES = `${FIGURES}/templates`;
export const BOUNDS = `${FIGURES}/bounds`;
export const QUESTIONS = `${FIGURES}/questions`;
export const DRAFTS = `${FIGURES}/drafts`;
export const VERIFICATION = `${FIGURES}/verification`;
export const LINKAGES = `${FIGURES}/linkages`;
