// Addresses of the policy pages.
export const POLICY_PATH = "/beleid";
export const RECORDS_PATH = `${POLICY_PATH}/register`;
/** A result that was kept. */
export const keptPath = (ref: string): string => `${RECORDS_PATH}/${ref}`;
