// Addresses of the pages of older rights.
export const TRANSITION_PATH = "/overgang";
/** Parked lines on one page. */
export const PARKED_AT_ONCE = 50;
export const importPath = (importRef: string, more = ""): string => `${TRANSITION_PATH}/import/${importRef}${more}`;
export const rightPath = (rightRef: string, more = ""): string => `${TRANSITION_PATH}/recht/${rightRef}${more}`;
