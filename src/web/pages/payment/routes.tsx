// The payment counter: pages for the payment officer, the approver and the auditor. In Dutch only.
import type { Door } from "../../door.tsx";
import { accountRoutes } from "./accounts.tsx";
import { advanceMonthRoutes } from "./advance-month.tsx";
import { advanceRoutes } from "./advances.tsx";
import { bankRoutes } from "./bank.tsx";
import { blockRoutes } from "./blocks.tsx";
import { forecastRoutes } from "./forecast.tsx";
import type { PaymentDoor, PaymentTools } from "./frame.tsx";
import { intakeRoutes } from "./intake.tsx";
import { lineRoutes } from "./lines.tsx";
import { overviewRoutes } from "./overview.tsx";
import { recoveryRoutes } from "./recoveries.tsx";
import { runRoutes } from "./run.tsx";
import { runBankRoutes } from "./run-bank.tsx";
import { runsRoutes } from "./runs.tsx";
import { sampleRoutes } from "./sample.tsx";
import { statementRoutes } from "./statements.tsx";

export { PAYMENT_PATH } from "./frame.tsx";

export function paymentRoutes(door: Door, tools: PaymentTools): void {
  const dutch: PaymentDoor = {
    page: (path, access, make) => door.page(path, access, make, ["nl"]),
    form: (path, access, take) => door.form(path, access, take, ["nl"]),
    upload: (path, access, arrivals, take) => door.upload(path, access, arrivals, take, ["nl"]),
  };
  overviewRoutes(dutch, tools);
  intakeRoutes(dutch, tools);
  runsRoutes(dutch, tools);
  runRoutes(dutch, tools);
  lineRoutes(dutch, tools);
  statementRoutes(dutch, tools);
  bankRoutes(dutch, tools);
  runBankRoutes(dutch, tools);
  recoveryRoutes(dutch, tools);
  blockRoutes(dutch, tools);
  accountRoutes(dutch, tools);
  advanceRoutes(dutch, tools);
  advanceMonthRoutes(dutch, tools);
  forecastRoutes(dutch, tools);
  sampleRoutes(dutch, tools);
}
