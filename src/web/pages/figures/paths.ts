// Addresses of the pages about figures.
export const FIGURES_PATH = "/cijfers";
export const OPEN_DATA_PATH = `${FIGURES_PATH}/open-data`;
export const CATALOGUE_PATH = `${FIGURES_PATH}/catalogus.jsonld`;
export const ATTRIBUTES_PATH = `${FIGURES_PATH}/kenmerken`;
export const WORK_PATH = `${FIGURES_PATH}/werk`;
export const COMPOSE_PATH = `${FIGURES_PATH}/vraag`;
export const ANSWER_FORM_PATH = `${FIGURES_PATH}/antwoord`;
export const ANSWER_FOLDERS_PATH = `${FIGURES_PATH}/antwoorden`;
export const BOUNDS_PATH = `${FIGURES_PATH}/grenzen`;
export const DRAFTS_PATH = `${FIGURES_PATH}/ontwerp`;
export const INSIDE_PATH = `${FIGURES_PATH}/intern`;
export const LINKAGE_PATH = `${FIGURES_PATH}/koppelingen`;
export const VERIFY_PATH = `${FIGURES_PATH}/nazicht`;

export const releasePath = (name: string, revision?: number): string =>
  `${FIGURES_PATH}/publicatie/${name}${revision === undefined ? "" : `?herziening=${revision}`}`;
export const filePath = (releaseRef: string, file: string): string =>
  `${FIGURES_PATH}/bestand/${releaseRef}/${encodeURIComponent(file)}`;
export const draftPath = (releaseRef: string): string => `${DRAFTS_PATH}/${releaseRef}`;
