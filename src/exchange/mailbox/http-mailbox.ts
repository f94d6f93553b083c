// Hands a letter to a mailbox over HTTP: e-Box Enterprise as multipart, mail through a relay as JSON. Each letter has its own key.
import type { Handed, Mailbox, Message } from "../../counter/letters/ports.ts";
import { instant, isInstant } from "../../kernel/index.ts";

export interface HttpMailboxOptions {
  /** Without path at the end. */
  readonly url: string;
  /** Null: the other side asks for none. */
  readonly token: string | null;
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
}

/** e-Box Enterprise: `POST /ebox/messages`, multipart, with `Idempotency-Key`. */
export function eBoxMailbox(options: HttpMailboxOptions): Mailbox {
  return mailboxAt(options, "/ebox/messages", ({ recipient, subject, pdf }) => {
    const body = new FormData();
    const message = { recipient: { enterpriseNumber: recipient }, subject, language: "nl" };
    body.set("message", new Blob([JSON.stringify(message)], { type: "application/json" }), "message.json");
    body.set("attachment", new Blob([new Uint8Array(pdf)], { type: "application/pdf" }), "brief.pdf");
    return { body };
  });
}

/** A relay for mail: says that a letter is ready, never what is in it. */
export function relayMailbox(options: HttpMailboxOptions): Mailbox {
  return mailboxAt(options, "/messages", ({ recipient, subject }) => ({
    body: JSON.stringify({ to: recipient, subject, text: MAIL_TEXT, language: "nl" }),
    headers: { "content-type": "application/json" },
  }));
}

const MAIL_TEXT = "Er staat een brief voor u klaar. Meld u aan om hem te lezen. Deze e-mail zegt niet waarover de brief gaat.";

type Content = { readonly body: FormData | string; readonly headers?: Readonly<Record<string, string>> };

function mailboxAt(options: HttpMailboxOptions, path: string, contentOf: (message: Message) => Content): Mailbox {
  const { url, token, timeoutMs = 15_000, fetch: send = fetch } = options;
  return {
    async deliver(message): Promise<Handed> {
      const { body, headers = {} } = contentOf(message);
      const response = await send(`${url}${path}`, {
        method: "POST",
        body,
        headers: {
          ...headers,
          "idempotency-key": message.key,
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      const answer = await answerOf(response);
      if (response.ok) return delivered(answer);
      // No such box, or an address that does not exist: another channel may reach this recipient.
      if (response.status === 404 || response.status === 422)
        return { outcome: "NOT_REACHED", proof: `status ${response.status}` };
      throw new Error(`The mailbox answered ${response.status}`);
    },
  };
}

async function answerOf(response: Response): Promise<{ readonly messageId?: unknown; readonly publishedAt?: unknown }> {
  try {
    return (await response.json()) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Without a number and a moment there is no proof, and without proof no term can run: then it counts as not answered. */
function delivered({ messageId, publishedAt }: Awaited<ReturnType<typeof answerOf>>): Handed {
  if (typeof messageId !== "string" || !/^[\w.:-]{1,100}$/.test(messageId) || !isInstant(publishedAt))
    throw new Error("The mailbox took the letter but gave no number and moment");
  return { outcome: "DELIVERED", proof: messageId, at: instant(publishedAt) };
}
