// A piece of evidence as a download.

/** A download and nothing else: never shown inside a page of ours. */
export function downloadOf({ name, type, bytes }: { name: string; type: string; bytes: Uint8Array }): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
