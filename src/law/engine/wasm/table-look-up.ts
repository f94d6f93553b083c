// Looking up tables: those at one place go together, so that one row of the pool brings up to four values.
import { fitsInt32, type StatementNode, type TableNode } from "./statement-graph.ts";
import { type Pair, poolAddress, type Writer } from "./writer.ts";

/** By table: the tables that are read together with it, at most four. */
export function packsOf(roots: readonly StatementNode[]): ReadonlyMap<TableNode, readonly TableNode[]> {
  const packs = new Map<TableNode, readonly TableNode[]>();
  const byPlace = new Map<StatementNode, TableNode[]>();
  const seen = new Set<StatementNode>();
  const walk = (node: StatementNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === "apply") node.of.forEach(walk);
    if (node.kind !== "table") return;
    walk(node.index);
    if (fitsInt32(node)) byPlace.set(node.index, [...(byPlace.get(node.index) ?? []), node]);
  };
  for (const node of roots) walk(node);
  for (const tables of byPlace.values()) {
    for (let at = 0; at < tables.length; at += 4) {
      const pack = tables.slice(at, at + 4);
      for (const table of pack) packs.set(table, pack);
    }
  }
  return packs;
}

/** Reads the rows of a pack and turns them into columns, in the order of its tables. `index`: where the places stand. */
export function readPack(writer: Writer, pack: readonly TableNode[], index: number): readonly number[] {
  const wide = pack.length === 1 ? 1 : pack.length === 2 ? 2 : 4;
  const length = pack[0]!.values.length;
  const rows = new Int32Array(length * wide);
  pack.forEach((one, place) => {
    // A flag stands as its mask.
    for (let i = 0; i < length; i += 1) rows[i * wide + place] = one.flag ? -one.values[i]! : one.values[i]!;
  });
  const at = writer.inPool(rows);
  const places = writer.kept(() => {
    writer.body.get(index);
    writer.body.i32(wide === 1 ? 2 : wide === 2 ? 3 : 4).simd("i32x4ShiftLeft");
    writer.body.get(poolAddress).simd("i32x4Splat").simd("i32x4Add");
  });
  const lane = (row: number) => writer.body.get(places).simd("i32x4Extract", row);
  const found: number[] = [];
  if (wide === 1) {
    let local = writer.kept(() => lane(0).memory("load32Zero", 2, at));
    for (const row of [1, 2, 3]) {
      const before = local;
      local = writer.kept(() => lane(row).get(before).memory("load32Lane", 2, at, row));
    }
    found.push(local);
  } else if (wide === 2) {
    const two = (first: number) => {
      const low = writer.kept(() => lane(first).memory("load64Zero", 2, at));
      return writer.kept(() =>
        lane(first + 1)
          .get(low)
          .memory("load64Lane", 2, at, 1),
      );
    };
    const [a, b] = [two(0), two(2)];
    for (const words of [
      [0, 2, 4, 6],
      [1, 3, 5, 7],
    ]) {
      found.push(writer.shuffled(a, b, words));
    }
  } else {
    const [a, b, c, d] = [0, 1, 2, 3].map((row) => writer.kept(() => lane(row).memory("load", 2, at))) as [
      number,
      number,
      number,
      number,
    ];
    const [ab, cd] = [writer.shuffled(a, b, [0, 4, 1, 5]), writer.shuffled(c, d, [0, 4, 1, 5])];
    found.push(writer.shuffled(ab, cd, [0, 1, 4, 5]), writer.shuffled(ab, cd, [2, 3, 6, 7]));
    const [highAb, highCd] = [writer.shuffled(a, b, [2, 6, 3, 7]), writer.shuffled(c, d, [2, 6, 3, 7])];
    found.push(writer.shuffled(highAb, highCd, [0, 1, 4, 5]));
    if (pack.length > 3) found.push(writer.shuffled(highAb, highCd, [2, 3, 6, 7]));
  }
  return found;
}

/** A table of doubles. */
export function readWide(writer: Writer, table: TableNode, index: number): Pair {
  const at = writer.inPool(Float64Array.from(table.values));
  const places = writer.kept(() => {
    writer.body.get(index).i32(3).simd("i32x4ShiftLeft").get(poolAddress).simd("i32x4Splat").simd("i32x4Add");
  });
  const two = (first: number) => {
    const low = writer.kept(() => writer.body.get(places).simd("i32x4Extract", first).memory("load64Zero", 3, at));
    return writer.kept(() =>
      writer.body
        .get(places)
        .simd("i32x4Extract", first + 1)
        .get(low)
        .memory("load64Lane", 3, at, 1),
    );
  };
  return [two(0), two(2)];
}
