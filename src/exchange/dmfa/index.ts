// DmfA attests behind their port: a file streamed in, one typed attest or one reasoned rejection at a time.
import type { ReadDeclaration } from "../../payment/declaration/intake-port.ts";
import { elementsOf } from "./element-stream.ts";
import { parseAttest } from "./parse-attest.ts";

export { writeAttests } from "./write-attests.ts";

/** Throws a `Refusal` when the file as a whole is unusable: the caller then keeps nothing of it. */
export async function* readAttests(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadDeclaration> {
  for await (const element of elementsOf(chunks, "DmfaAttests", "Attest"))
    yield { line: element.line, number: element.attributes.number ?? null, result: parseAttest(element) };
}
