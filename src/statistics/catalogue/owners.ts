// Who is answerable for the values of an attribute, in words.
import { type Localized, localized } from "../../kernel/index.ts";
import type { Owner } from "./attribute.ts";

export const ownerTitles: Readonly<Record<Owner, Localized>> = {
  VDAB: localized("VDAB", "VDAB", "VDAB"),
  DEPARTMENT: localized("het departement", "the department", "le département"),
  NATIONAL_REGISTER: localized("Rijksregister", "National Register", "Registre national"),
  COMPANY_REGISTER: localized("ondernemingsregister", "register of enterprises", "registre des entreprises"),
  RSZ: localized("RSZ", "RSZ (social security)", "ONSS"),
  RVA: localized("RVA", "RVA (unemployment office)", "ONEM"),
  LINKAGE: localized("jaarlijkse koppeling", "yearly linkage", "couplage annuel"),
};
