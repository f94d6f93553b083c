// Bounds on a file of attests, so that a hostile or broken file costs little before it is refused.

/** Elements below each other; the format needs six. */
export const maxDepth = 12;
/** Characters of one attest, tags included. The widest real one stays far under it. */
export const maxAttestCharacters = 256 * 1024;
export const maxTextCharacters = 1024;
