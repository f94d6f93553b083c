// Messages to programs of enterprises.
export { isPublicAddress, type Lookup, publicAddressesOf, webhookAddressFlaw } from "./address-guard.ts";
export { type Post, sendWebhook, signatureOf, type WebhookMessage } from "./send.ts";
