// Municipalities with their NIS code (division in force from 2019-01-01 to 2024-12-31), province and a weight for drawing:
// the rounded number of inhabitants in thousands, only meant to spread synthetic people plausibly.
import { type Choices, choices } from "../rng.ts";

/** Province codes of the records; ABR stands for abroad. */
export type Province = "ANT" | "LIM" | "OVL" | "VBR" | "WVL" | "BRU" | "HAI" | "LIE" | "LUX" | "NAM" | "WBR" | "ABR";

export interface Municipality {
  /** NIS code, five digits. */
  readonly nis: string;
  readonly name: string;
  readonly postcode: string;
  readonly province: Province;
  readonly weight: number;
}

function rows(province: Province, text: string): Municipality[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [nis, postcode, weight, ...name] = line.trim().split(" ");
      return { nis: nis as string, postcode: postcode as string, weight: Number(weight), name: name.join(" "), province };
    });
}

const FLEMISH: readonly Municipality[] = [
  ...rows(
    "ANT",
    `11002 2000 530 Antwerpen
     11008 2930 38 Brasschaat
     11009 2960 29 Brecht
     11013 2650 22 Edegem
     11023 2950 27 Kapellen
     11029 2640 26 Mortsel
     11040 2900 34 Schoten
     11055 2980 22 Zoersel
     12007 2880 21 Bornem
     12014 2220 43 Heist-op-den-Berg
     12021 2500 37 Lier
     12025 2800 87 Mechelen
     12026 2560 23 Nijlen
     12040 2830 27 Willebroek
     12041 2870 26 Puurs-Sint-Amands
     13003 2490 23 Balen
     13008 2440 41 Geel
     13011 2200 29 Herentals
     13014 2320 22 Hoogstraten
     13025 2400 37 Mol
     13040 2300 46 Turnhout
     13049 2260 25 Westerlo`,
  ),
  ...rows(
    "VBR",
    `23002 1730 34 Asse
     23016 1700 44 Dilbeek
     23025 1850 39 Grimbergen
     23027 1500 41 Halle
     23077 1600 36 Sint-Pieters-Leeuw
     23088 1800 46 Vilvoorde
     23094 1930 36 Zaventem
     24001 3200 31 Aarschot
     24020 3290 24 Diest
     24038 3020 22 Herent
     24062 3000 103 Leuven
     24104 3080 22 Tervuren
     24107 3300 36 Tienen
     24134 3270 23 Scherpenheuvel-Zichem`,
  ),
  ...rows(
    "WVL",
    `31004 8370 21 Blankenberge
     31005 8000 119 Brugge
     31022 8020 24 Oostkamp
     31033 8820 21 Torhout
     31043 8300 33 Knokke-Heist
     32003 8600 17 Diksmuide
     33011 8900 35 Ieper
     33021 8970 20 Poperinge
     34013 8530 29 Harelbeke
     34022 8500 78 Kortrijk
     34027 8930 34 Menen
     34040 8790 39 Waregem
     34041 8560 31 Wevelgem
     35013 8400 72 Oostende
     36008 8870 28 Izegem
     36015 8800 64 Roeselare
     38014 8670 22 Koksijde`,
  ),
  ...rows(
    "OVL",
    `41002 9300 89 Aalst
     41018 9500 34 Geraardsbergen
     41048 9400 39 Ninove
     41081 9620 27 Zottegem
     42006 9200 46 Dendermonde
     42008 9220 25 Hamme
     42025 9230 26 Wetteren
     43005 9900 21 Eeklo
     43010 9990 24 Maldegem
     44019 9940 36 Evergem
     44021 9000 266 Gent
     44083 9800 44 Deinze
     44084 9880 29 Aalter
     44085 9930 27 Lievegem
     45035 9700 32 Oudenaarde
     45041 9600 27 Ronse
     46003 9120 49 Beveren
     46014 9160 42 Lokeren
     46021 9100 80 Sint-Niklaas
     46025 9140 30 Temse`,
  ),
  ...rows(
    "LIM",
    `71004 3580 47 Beringen
     71016 3600 67 Genk
     71022 3500 80 Hasselt
     71053 3800 41 Sint-Truiden
     71066 3520 22 Zonhoven
     71070 3550 34 Heusden-Zolder
     72020 3920 34 Lommel
     72021 3680 25 Maaseik
     72041 3650 21 Dilsen-Stokkem
     72043 3910 33 Pelt
     73006 3740 33 Bilzen
     73042 3620 26 Lanaken
     73083 3700 31 Tongeren
     73107 3630 40 Maasmechelen`,
  ),
];

const BRUSSELS: readonly Municipality[] = rows(
  "BRU",
  `21001 1070 121 Anderlecht
   21004 1000 188 Brussel
   21012 1080 98 Sint-Jans-Molenbeek
   21015 1030 130 Schaarbeek`,
);

const WALLOON: readonly Municipality[] = [
  ...rows("WBR", "25112 1300 35 Waver"),
  ...rows("HAI", "52011 6000 202 Charleroi\n53053 7000 96 Bergen"),
  ...rows("LIE", "62063 4000 197 Luik"),
  ...rows("NAM", "92094 5000 112 Namen"),
  ...rows("LUX", "81001 6700 30 Aarlen"),
];

/** Every municipality that synthetic people and firms can have, in the order of the data above. */
export const MUNICIPALITIES: readonly Municipality[] = [...FLEMISH, ...BRUSSELS, ...WALLOON];

const prepared = (list: readonly Municipality[]): Choices<Municipality> => choices(list.map((m) => [m, m.weight] as const));

export const FLEMISH_CHOICES = prepared(FLEMISH);
export const BRUSSELS_CHOICES = prepared(BRUSSELS);
export const WALLOON_CHOICES = prepared(WALLOON);
