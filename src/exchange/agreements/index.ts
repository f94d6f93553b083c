// Agreements on the exchange of personal data.
export { type Agreement, isAgreed, readAgreements } from "./agreements.ts";
