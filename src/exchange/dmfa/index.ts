// DmfA attests behind their port: a file streamed in, one typed attest or one reasoned rejection at a time.
import type { Problem, Result } from "../../kernel/index.ts";
import type { DmfaAttest } from "../../payment/declaration/dmfa-attest.ts";
import { elementsOf } from "./element-stream.ts";
import { parseAttest } from "./parse-attest.ts";

export { writeAttests } from "./write-attests.ts";

/** `line` is where the attest stands in the file; `number` is its own number where it could be read. */
export interface ReadAttest {
  readonly line: number;
  readonly number: string | null;
  readonly result: Result<DmfaAttest, Problem[]>;
}

/** Throws a `Refusal` when the file as a whole is unusable: the caller then keeps nothing of it. */
export async function* readAttests(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadAttest> {
  for await (const element of elementsOf(chunks, "DmfaAttests", "Attest"))
    yield { line: element.line, number: element.attributes.number ?? null, result: parseAttest(element) };
}
