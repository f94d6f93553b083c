import { expect, test } from "vitest";
import type { Arrivals } from "../counter/index.ts";
import { readUpload } from "./upload.ts";

const PART = '--b\r\nContent-Disposition: form-data; name="file"; filename="q.xml"\r\n\r\n';

/** Whose file begins to come well before it ends. */
function sent(): Request {
  const slowly = async function* () {
    yield Buffer.from(`${PART}begin`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    yield Buffer.from("end\r\n--b--\r\n");
  };
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const body = ReadableStream.from(slowly());
  return new Request("http://localhost/", { method: "POST", headers, body, duplex: "half" } as RequestInit);
}

test("a folder that cannot be written fails the request, and not the program, while the form still comes", async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => void unheard.push(reason);
  process.on("unhandledRejection", hear);
  const broken: Arrivals = { receive: () => Promise.reject(new Error("EACCES")) };
  await expect(readUpload(sent(), broken, 1_000)).rejects.toThrow("EACCES");
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", hear);
  expect(unheard).toEqual([]);
});
