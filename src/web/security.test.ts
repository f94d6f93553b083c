import { Hono } from "hono";
import { expect, test } from "vitest";
import { securityHeaders } from "./security.ts";

const app = new Hono();
app.use(securityHeaders(() => null));
app.get("/page", (c) => c.html("<h1>page</h1>"));
app.get("/file", () => new Response("%PDF-", { headers: { "content-disposition": "attachment; filename=x.pdf" } }));
const headersOf = async (path: string) => (await app.request(path)).headers;

test("a page may use what is ours, and no script", async () => {
  const policy = (await headersOf("/page")).get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'; style-src 'self'");
  expect(policy).not.toMatch(/script-src|sandbox/);
});

test("a download that a browser shows after all has no scripts, no forms and no origin of ours, and is not guessed at", async () => {
  const headers = await headersOf("/file");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox; base-uri 'none'; frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});
