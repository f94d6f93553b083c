// The words of a name, as they are searched and compared.

/** In lower case without accents: "Van Hée-Ölmez" gives van, hee, olmez. */
export function nameWords(name: string): string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
