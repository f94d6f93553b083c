// Public face of payslips: wages as CSV.
export { readPayslips } from "./payslip-file.ts";
