// In which province a municipality lies: its NIS code begins with the arrondissement, and arrondissements lie within provinces.

const byArrondissement: readonly (readonly [start: RegExp, province: string])[] = [
  [/^1/, "ANT"],
  [/^21/, "BRU"],
  [/^25/, "WBR"],
  [/^2[34]/, "VBR"],
  [/^3/, "WVL"],
  [/^4/, "OVL"],
  [/^5/, "HAI"],
  [/^6/, "LIE"],
  [/^7/, "LIM"],
  [/^8/, "LUX"],
  [/^9/, "NAM"],
];

/** Code of the province; undefined for what is not a code of five digits. */
export function municipalityProvince(nis: string): string | undefined {
  return /^\d{5}$/.test(nis) ? byArrondissement.find(([start]) => start.test(nis))?.[1] : undefined;
}
