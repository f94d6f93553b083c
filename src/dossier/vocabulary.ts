// The words that dossier events use: closed lists from rulebook section 15 and the places where a file can stand.

/** What VDAB is asked to indicate for (rulebook section 15, `ticketType`). */
export const MEASURES = ["INDIVIDUAL", "COLLECTIVE", "AMA"] as const;
export type Measure = (typeof MEASURES)[number];

/** Evidence path of an indication (IND-09). Dutch: attest, ICF-indicering. */
export const EVIDENCE_PATHS = ["ATTEST", "ICF"] as const;
export type EvidencePath = (typeof EVIDENCE_PATHS)[number];

/** Dutch: ticket, advies. WELFARE is the negative outcome of AMA in the social economy (advies welzijn, AMA-01). */
export const TICKET_TYPES = ["INDIVIDUAL", "COLLECTIVE", "AMA_SOCIAL_ECONOMY", "WELFARE"] as const;
export type TicketType = (typeof TICKET_TYPES)[number];

/** Dutch: startpakket (WP-03 to WP-06, WP-11); AFTER_EVALUATION carries its own percentage (WP-10). */
export const PACKAGES = ["T2", "P5", "P5_PLUS", "P5_MWB", "TEMP_VULNERABLE", "AFTER_EVALUATION"] as const;
export type Package = (typeof PACKAGES)[number];

/** Dutch: begeleidingsnood (IND-23). */
export const GUIDANCE_NEEDS = ["NONE", "LOW", "MEDIUM", "HIGH"] as const;
export type GuidanceNeed = (typeof GUIDANCE_NEEDS)[number];

/** Dutch: behoefte aan loonpremie, behoefte aan loon- en begeleidingspremie (IND-12). */
export const NEED_CLASSES = ["WAGE_PREMIUM", "WAGE_AND_GUIDANCE_PREMIUM"] as const;
export type NeedClass = (typeof NEED_CLASSES)[number];

/** Dutch: tijdelijke of blijvende behoefte (IND-21, IND-22). */
export const NEED_DURATIONS = ["TEMPORARY", "LASTING"] as const;
export type NeedDuration = (typeof NEED_DURATIONS)[number];

/** How a ticket came to be: asked for, double ticket (IND-14), catch-up (IND-15), conversion of an older right (IND-17). */
export const TICKET_ORIGINS = ["REQUEST", "DOUBLE_TICKET", "CATCH_UP", "CONVERSION"] as const;
export type TicketOrigin = (typeof TICKET_ORIGINS)[number];

export const SEXES = ["F", "M", "X"] as const;
export type Sex = (typeof SEXES)[number];

/** Main residence as far as EMP-11 needs it. Dutch: hoofdverblijfplaats. */
export const RESIDENCES = ["FLANDERS", "BRUSSELS", "WALLONIA", "EEA", "OTHER"] as const;
export type Residence = (typeof RESIDENCES)[number];

/** The Flemish provinces, Brussels, the Walloon provinces and abroad. */
export const PROVINCES = ["ANT", "LIM", "OVL", "VBR", "WVL", "BRU", "HAI", "LIE", "LUX", "NAM", "WBR", "ABR"] as const;
export type Province = (typeof PROVINCES)[number];

export const EDUCATION_LEVELS = ["LOW", "MEDIUM", "HIGH"] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

/** Dutch: afkomst; known only through the yearly linkage (DATA-07). */
export const ORIGINS = ["BE", "EU", "NON_EU"] as const;
export type Origin = (typeof ORIGINS)[number];

/** JOB_SEEKER_WITHOUT_WORK is the population of SV170, answers 1, 3 and 4. Dutch: werkzoekende zonder werk. */
export const WORK_STATUSES = ["JOB_SEEKER_WITHOUT_WORK", "EMPLOYED", "SELF_EMPLOYED", "INACTIVE"] as const;
export type WorkStatus = (typeof WORK_STATUSES)[number];

/** Dutch: meteen inzetbaar of niet (STAT-02). */
export const EMPLOYABILITIES = ["IMMEDIATE", "NOT_IMMEDIATE"] as const;
export type Employability = (typeof EMPLOYABILITIES)[number];

export const BENEFITS = ["UNEMPLOYMENT", "SICKNESS", "LEEFLOON", "IVT", "NONE"] as const;
export type Benefit = (typeof BENEFITS)[number];

/** Public side of an employer (EMP-04): only SCHOOL and LOCAL qualify; EDGE is OPEN-35. */
export const PUBLIC_SIDES = ["NONE", "SCHOOL", "LOCAL", "OTHER"] as const;
export type PublicSide = (typeof PUBLIC_SIDES)[number];

export const EMPLOYER_SIZES = ["1-9", "10-49", "50-249", "250+"] as const;
export type EmployerSize = (typeof EMPLOYER_SIZES)[number];

/** Measures that an enterprise number is registered for, one by one (PROC-02). */
export const REGISTRATION_MEASURES = ["IMW", "VOP"] as const;
export type RegistrationMeasure = (typeof REGISTRATION_MEASURES)[number];

export const APPLICANTS = ["EMPLOYER", "SELF_EMPLOYED"] as const;
export type Applicant = (typeof APPLICANTS)[number];

/**
 * Dutch: loonpremie, begeleidingspremie, ondersteuningspremie (for the self-employed). GUIDANCE alone cannot be applied for (IND-12):
 * only a grant to a service-voucher firm can have it (EMP-08, OPEN-54).
 */
export const PREMIUMS = ["WAGE", "WAGE_AND_GUIDANCE", "SUPPORT", "GUIDANCE"] as const;
export type Premiums = (typeof PREMIUMS)[number];

/** EMP-10: new hire, already at work, or return after illness or accident. */
export const SITUATIONS = ["NEW_HIRE", "AT_WORK", "RETURN"] as const;
export type Situation = (typeof SITUATIONS)[number];

/** How an application came in. Dutch: WSE-loket (PROC-01). */
export const CHANNELS = ["ONLINE", "API", "CSV"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Kinds of employment contract, all equal before the law (EMP-13, EMP-18). */
export const CONTRACT_KINDS = [
  "OPEN_ENDED",
  "FIXED_TERM",
  "TEMP_AGENCY",
  "STUDENT",
  "FLEXI_JOB",
  "EXTRA",
  "SEASONAL",
  "ASSOCIATION",
] as const;
export type ContractKind = (typeof CONTRACT_KINDS)[number];

/** What a grant follows on. CMW is flow-through from collective customised work (WP-12). */
export const PREVIOUS_MEASURES = ["NONE", "VOP", "TVOP", "LDE", "MWA", "SINE", "CMW"] as const;
export type PreviousMeasure = (typeof PREVIOUS_MEASURES)[number];

/** Older rights that run out beside the scheme (rulebook section 15, `transitionMeasure`). */
export const TRANSITION_MEASURES = [
  "VOP",
  "TVOP",
  "SINE_REGULAR",
  "SINE_MWB_INSIDE",
  "SINE_MWB_OUTSIDE",
  "LDE_INDIVIDUAL",
  "LDE_COLLECTIVE",
  "MWA",
  "ALD",
] as const;
export type TransitionMeasure = (typeof TRANSITION_MEASURES)[number];

/** States of an application; "not granted" is never one state (STAT-08). */
export const APPLICATION_STATES = ["PENDING", "INCOMPLETE", "GRANTED", "REFUSED", "WITHDRAWN", "INADMISSIBLE"] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];
