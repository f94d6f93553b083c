// Two hundred requests that nobody would make to every route; the suite makes four.
process.env.FUZZ_PER_ROUTE = "200";
await import("../../src/main/fuzz-routes.db.test.ts");
