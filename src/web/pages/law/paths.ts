// Addresses of the pages about the law.
import type { Language } from "../../../kernel/index.ts";
import { pathIn } from "../../language.ts";

export const LAW_PATH = "/wet";
export const PARAMETERS_PATH = "/wet/parameters";
export const OPEN_POINTS_PATH = "/wet/open-punten";
export const CASES_PATH = "/wet/gevallen";
export const COVERAGE_PATH = "/wet/dekking";
export const CRITERIA_PATH = "/wet/criteria";

export const rulePath = (language: Language, id: string) => pathIn(language, `/wet/regels/${id}`);
export const parameterPath = (language: Language, id: string) => pathIn(language, `${PARAMETERS_PATH}/${id}`);
export const openPointPath = (language: Language, id: string) => pathIn(language, `${OPEN_POINTS_PATH}/${id}`);
export const casePath = (language: Language, id: string) => pathIn(language, `${CASES_PATH}#${caseAnchor(id)}`);

export const caseAnchor = (id: string) => `geval-${id.replaceAll(/[^A-Za-z0-9-]/g, "-")}`;
