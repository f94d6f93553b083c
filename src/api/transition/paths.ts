// Addresses of older rights in the API.
export const TRANSITION = "/api/v1/transition";
export const IMPORTS = `${TRANSITION}/imports`;
export const ENDING = `${TRANSITION}/ending`;
export const RIGHTS = `${TRANSITION}/rights`;
export const ORGANISATIONS = `${TRANSITION}/organisations`;
