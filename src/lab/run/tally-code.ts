// The instructions that add up a quarter, and that raise wages: four rows at a time, with the same answers as the loops in JavaScript.
import { Code, type FunctionShape } from "../../law/index.ts";

/** Parameters: first row, row after the last, where the sums go, the quarter, then the addresses of the columns. */
const [firstRow, endRow, sums, quarter, lastQuarter, statusBefore, statusAfter, net, touched] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const firstValue = 9;
const toLow = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];
const [none, atByte, atWord, atDouble] = [0, 0, 2, 3];

/** Groups of 16 bytes that a tally leaves at its sums: rows at work, rows due, rows that change, the change, and then each value. */
export function tallyBytes(values: number): number {
  return 16 * (4 + values);
}

/**
 * Adds up value columns of whole numbers of 32 bits over the rows that are at work and have an amount under both laws. The first two are the
 * totals before and after: their difference goes to `net`, and `touched` becomes 1.
 */
export function tallyCode(values: number): FunctionShape {
  const code = new Code();
  const mask = firstValue + values;
  const [working, one, difference] = [mask + 1, mask + 2, mask + 3];
  const [atWork, due, changed, change] = [mask + 4, mask + 5, mask + 6, mask + 7];
  const valueSum = mask + 8;
  const at = (column: number, shift: number) => code.get(column).get(firstRow).i32(shift).i32ShiftLeft().i32Add();
  const bytes = (column: number) => at(column, atByte).memory("load32Zero", none);
  /** Both halves of four numbers on to a sum of doubles, which stays exact below 2^53. */
  const addTo = (sum: number, vector: number) => {
    code.get(sum).get(vector).simd("f64x2FromLowI32x4").simd("f64x2Add");
    code
      .get(vector)
      .get(vector)
      .simd("shuffle", ...toLow)
      .simd("f64x2FromLowI32x4")
      .simd("f64x2Add")
      .set(sum);
  };
  code.loop(() => {
    at(lastQuarter, atWord).memory("load", none);
    code.get(quarter).simd("i32x4Splat").simd("i32x4AtLeast").set(working);
    bytes(statusBefore);
    bytes(statusAfter);
    code.simd("or").simd("i16x8ExtendLowUnsigned").simd("i32x4ExtendLowUnsigned");
    code.i32(0).simd("i32x4Splat").simd("i32x4Equal").get(working).simd("and").set(mask);
    code.get(atWork).get(working).simd("i32x4Subtract").set(atWork);
    code.get(due).get(mask).simd("i32x4Subtract").set(due);
    at(touched, atByte);
    bytes(touched);
    code.get(mask).i32(1).simd("i32x4Splat").simd("and").set(one);
    code.get(one).get(one).simd("i16x8NarrowSigned").set(one);
    code.get(one).get(one).simd("i8x16NarrowUnsigned").simd("or").memory("store32Lane", none, 0, 0);
    for (let value = 0; value < values; value += 1) {
      at(firstValue + value, atWord).memory("load", none);
      code.get(mask).simd("and").set(one);
      if (value === 0) code.get(one).set(difference);
      if (value === 1) code.get(one).get(difference).simd("i32x4Subtract").set(difference);
      addTo(valueSum + value, one);
    }
    for (const half of [0, 1]) {
      at(net, atDouble);
      at(net, atDouble).memory("load", none, 16 * half);
      if (half === 0) code.get(difference);
      else
        code
          .get(difference)
          .get(difference)
          .simd("shuffle", ...toLow);
      code
        .simd("f64x2FromLowI32x4")
        .simd("f64x2Add")
        .memory("store", none, 16 * half);
    }
    addTo(change, difference);
    code.get(changed).get(difference).i32(0).simd("i32x4Splat").simd("i32x4NotEqual").simd("i32x4Subtract").set(changed);
    code.get(firstRow).i32(4).i32Add().set(firstRow);
    code.get(firstRow).get(endRow).i32BelowUnsigned().again();
  });
  for (let sum = 0; sum < 4 + values; sum += 1)
    code
      .get(sums)
      .get(atWork + sum)
      .memory("store", none, 16 * sum);
  return { parameters: firstValue + values, numbers: 0, vectors: 8 + values, body: code };
}

/** Parameters: first row, row after the last, where the factor stands twice and 10 000 twice, then a column and what it becomes. */
export function raiseCode(): FunctionShape {
  const code = new Code();
  const [from, to] = [3, 4];
  const [factor, tenThousand, whole, low] = [5, 6, 7, 8];
  const at = (column: number) => code.get(column).get(firstRow).i32(atWord).i32ShiftLeft().i32Add();
  code.get(sums).memory("load", none, 0).set(factor).get(sums).memory("load", none, 16).set(tenThousand);
  const raised = () =>
    code
      .simd("f64x2FromLowI32x4")
      .get(factor)
      .simd("f64x2Multiply")
      .get(tenThousand)
      .simd("f64x2Divide")
      .simd("f64x2Floor")
      .simd("i32x4FromF64x2Zero");
  code.loop(() => {
    at(from).memory("load", none).set(whole);
    code.get(whole);
    raised().set(low);
    at(to)
      .get(low)
      .get(whole)
      .get(whole)
      .simd("shuffle", ...toLow);
    raised().simd("shuffle", 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23).memory("store", none);
    code.get(firstRow).i32(4).i32Add().set(firstRow);
    code.get(firstRow).get(endRow).i32BelowUnsigned().again();
  });
  return { parameters: 5, numbers: 0, vectors: 4, body: code };
}
