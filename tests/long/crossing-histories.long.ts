// 10,000 histories that cross from VOP to individual customised work: every quarter paid by exactly one measure.
process.env.CROSSING_HISTORIES = "10000";
await import("../../src/payment/entitlement/older/crossing-histories.test.ts");
