// Held while declarations come to be known and while a run freezes its inputs, so that a run sees all of a file or nothing of it.
export const INPUTS_LOCK = 7_216_042_301;
