// Sends one signed message to a webhook: to a looked-up public address, without following redirects, within a time limit.
import { createHmac } from "node:crypto";
import { request } from "node:https";
import { type Lookup, publicAddressesOf, webhookAddressFlaw } from "./address-guard.ts";

export interface WebhookMessage {
  readonly id: string;
  readonly body: string;
  /** Seconds since 1970, part of what is signed so that an old message cannot be sent again. */
  readonly timestamp: number;
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA256 over "<seconds>.<body>" with the secret of the webhook. */
export function signatureOf(secret: string, { timestamp, body }: Pick<WebhookMessage, "timestamp" | "body">): string {
  return `t=${timestamp},v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;
}

/** One attempt. Resolves to the status of the answer; throws when there is none. */
export type Post = (
  target: { readonly url: URL; readonly address: string },
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<number>;

export interface SendOptions {
  readonly lookup?: Lookup;
  readonly post?: Post;
}

/** Resolves when the receiver took it (2xx); throws with a reason that can be shown to the enterprise. */
export async function sendWebhook(
  target: { readonly url: string; readonly secret: string },
  message: WebhookMessage,
  { lookup, post = postOverTls }: SendOptions = {},
): Promise<void> {
  if (webhookAddressFlaw(target.url) !== null) throw new Error("The address is not allowed");
  const url = new URL(target.url);
  const [address] = await publicAddressesOf(url.hostname, lookup);
  const status = await post(
    { url, address: address as string },
    {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(message.body)),
      "user-agent": "Maatwerk-webhook/1",
      "webhook-id": message.id,
      "maatwerk-signature": signatureOf(target.secret, message),
    },
    message.body,
  );
  if (status < 200 || status > 299) throw new Error(`The receiver answered ${status}`);
}

const timeoutMs = 10_000;

/** The name is used for TLS and the Host header; the connection goes to the address that was checked. */
const postOverTls: Post = ({ url, address }, headers, body) =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        host: address,
        servername: url.hostname,
        port: url.port === "" ? 443 : Number(url.port),
        path: url.pathname + url.search,
        method: "POST",
        headers: { ...headers, host: url.host },
        timeout: timeoutMs,
        agent: false,
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on("timeout", () => sent.destroy(new Error(`No answer within ${timeoutMs / 1000} seconds`)));
    sent.on("error", reject);
    sent.end(body);
  });
