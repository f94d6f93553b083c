import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isPublicAddress, publicAddressesOf, sendWebhook, signatureOf, webhookAddressFlaw } from "./index.ts";

describe("where a webhook may go", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.9",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "fd00::1",
    "fe80::1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "224.0.0.1",
  ])("not to %s", (address) => expect(isPublicAddress(address)).toBe(false));
  test.each(["1.1.1.1", "172.32.0.1", "2606:4700::1111"])("to %s", (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    ["http://hooks.firm.be/in", "https"],
    ["https://localhost/in", "inside"],
    ["https://intranet/in", "inside"],
    ["https://127.0.0.1/in", "inside"],
    ["https://[::1]/in", "inside"],
    ["https://2130706433/in", "inside"],
    ["https://user:secret@hooks.firm.be/in", "user"],
    ["https://hooks.firm.be:22/in", "port"],
    ["nonsense", "form"],
  ])("%s is refused as %s", (address, flaw) => expect(webhookAddressFlaw(address)).toBe(flaw));

  test("a public name is fine, unless one of its addresses lies inside", async () => {
    expect(webhookAddressFlaw("https://hooks.firm.be/in?x=1")).toBeNull();
    expect(await publicAddressesOf("hooks.firm.be", async () => ["1.1.1.1"])).toEqual(["1.1.1.1"]);
    await expect(publicAddressesOf("hooks.firm.be", async () => ["1.1.1.1", "10.0.0.1"])).rejects.toThrow("public internet");
    await expect(publicAddressesOf("hooks.firm.be", async () => [])).rejects.toThrow("public internet");
  });
});

describe("a message", () => {
  const target = { url: "https://hooks.firm.be/in", secret: "whs_secret" };
  const message = { id: "m1", body: '{"a":1}', timestamp: 1_700_000_000 };
  const lookup = async () => ["1.1.1.1"];

  test("is signed over time and body, and goes to the address that was checked", async () => {
    let got: { address: string; signature: string | undefined } | null = null;
    await sendWebhook(target, message, {
      lookup,
      post: async ({ address }, headers) => {
        got = { address, signature: headers["maatwerk-signature"] };
        return 204;
      },
    });
    const expected = createHmac("sha256", "whs_secret").update('1700000000.{"a":1}').digest("hex");
    expect(got).toEqual({ address: "1.1.1.1", signature: `t=1700000000,v1=${expected}` });
    expect(signatureOf("other", message)).not.toContain(expected);
  });

  test.each([301, 400, 500])("fails when the receiver answers %i", async (status) => {
    await expect(sendWebhook(target, message, { lookup, post: async () => status })).rejects.toThrow(String(status));
  });

  test("is not sent to a name that leads inside, whatever it led to when it was added", async () => {
    const post = async () => {
      throw new Error("was sent");
    };
    await expect(sendWebhook(target, message, { lookup: async () => ["169.254.169.254"], post })).rejects.toThrow(
      "public internet",
    );
  });
});
