// Random numbers by row and purpose, not by order of drawing: any part of a population can be made again alone.

/** From 0 to 9999, the same for the same seed, row and purpose. */
export function randomColumn(seed: number): (row: number, purpose: number) => number {
  const start = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  return (row, purpose) => {
    let mixed = (start ^ Math.imul(row + 1, 0xc2b2ae35) ^ Math.imul(purpose, 0x27d4eb2f)) | 0;
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
    mixed ^= mixed >>> 15;
    return Math.floor(((mixed >>> 0) / 4_294_967_296) * 10_000);
  };
}
