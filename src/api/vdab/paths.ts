// Addresses of VDAB's counter and of the person's own file.
export const VDAB = "/api/v1/vdab";
export const PERSON = "/api/v1/person";
export const WORK = `${VDAB}/work`;
export const SEARCH = `${VDAB}/persons/search`;
export const REQUESTS = `${VDAB}/requests`;
export const PERSON_FILE = `${VDAB}/persons/:person`;
export const INDICATION = `${PERSON_FILE}/indications/:indication`;
export const EVALUATION = `${VDAB}/evaluations/:file/:evaluation`;
export const REVIEW = `${VDAB}/reviews/:stream/:review`;
export const ADVICES = `${VDAB}/advices`;
export const CATCH_UPS = `${VDAB}/catch-ups`;
export const CONVERSIONS = `${VDAB}/conversions`;
