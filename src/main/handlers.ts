// Which job queues the worker serves. A room that has work to follow adds its handler here.
import { balanceHandler } from "./balance.ts";
import { commitmentHandler } from "./commitments.ts";
import { deliveryHandler } from "./delivery.ts";
import { demoPaymentHandler } from "./demo-payment.ts";
import { workListHandler } from "./department.ts";
import { sealHandler, verifyHandler } from "./integrity.ts";
import { letterHandler, paymentLetterHandler } from "./letters.ts";
import { mailboxesOf } from "./mailboxes.ts";
import { retentionHandler } from "./retention.ts";
import { runHandler } from "./run-work.ts";
import type { System } from "./system.ts";
import { transitionHandler, warningHandler } from "./transition.ts";
import { webhookHandler } from "./webhooks.ts";
import type { JobHandler } from "./worker.ts";

export function handlersOf(system: System): readonly JobHandler[] {
  return [
    webhookHandler(system),
    letterHandler(system),
    paymentLetterHandler(system),
    deliveryHandler(system, mailboxesOf(system)),
    workListHandler(system),
    sealHandler(system),
    verifyHandler(system),
    transitionHandler(system),
    warningHandler(system),
    runHandler(system),
    balanceHandler(system),
    retentionHandler(system),
    commitmentHandler(system),
    demoPaymentHandler(system),
  ];
}
