// The reader of forms with a large file, over a disk that keeps nothing: what comes of a spoiled form, and whether the reading ends.
import type { Arrivals } from "../../src/counter/index.ts";
import { readUpload } from "../../src/web/upload.ts";
import type { Parser } from "./parser.ts";

const TYPE = "multipart/form-data; boundary=b";
const form = [
  '--b\r\nContent-Disposition: form-data; name="sleutel"\r\n\r\nkey\r\n',
  '--b\r\nContent-Disposition: form-data; name="kind"\r\n\r\nATTESTS\r\n',
  '--b\r\nContent-Disposition: form-data; name="file"; filename="q.xml"\r\nContent-Type: text/xml\r\n\r\n<DmfaAttests/>\r\n',
  "--b--\r\n",
].join("");

const arrivals: Arrivals = {
  async receive(chunks) {
    let bytes = 0;
    for await (const chunk of chunks) bytes += chunk.byteLength;
    return { bytes, hash: "", chunks: () => chunks, release: async () => {} };
  },
};

export const uploadParser: Parser = {
  name: "readUpload",
  examples: [form, form.replace('filename="q.xml"', 'filename=""')],
  slow: true,
  read: (text) => {
    const request = new Request("http://localhost/", { method: "POST", headers: { "content-type": TYPE }, body: text });
    return readUpload(request, arrivals, 1_000_000);
  },
};
