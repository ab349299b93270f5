/** The countries of the region tree: what of GeoNames is taken, and how its codes meet those of ISO 3166-2. */
export interface CountrySource {
  code: string;
  /** Inhabitants, World Bank 2018 as GeoNames gives them. */
  population: number;
  /** Cities below this population are left out, save the seats of a region. */
  smallestCity: number;
  /** ISO 3166-2 subdivision (without the country) by GeoNames admin code; where absent the codes are the same. */
  regionByAdminCode?: Readonly<Record<string, string>>;
}

/** "05:30 10:01" -> { '05': '30', '10': '01' } */
const pairs = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(/\s+/).map((pair) => pair.split(':') as [string, string]));

export const countries: readonly CountrySource[] = [
  {
    code: 'KE',
    population: 51_393_010,
    smallestCity: 9_000,
    regionByAdminCode: pairs(
      '05:30 10:01 11:02 12:03 13:04 14:05 15:06 16:07 17:08 18:09 19:10 20:11 21:12 22:13 23:14 24:15 25:16 26:17 ' +
        '27:18 28:19 29:20 30:21 31:22 32:23 33:24 34:25 35:26 36:27 37:28 38:29 39:31 40:32 41:33 42:34 43:35 44:36 ' +
        '45:37 46:38 47:39 48:40 49:41 50:42 51:43 52:44 53:45 54:46 55:47',
    ),
  },
  {
    code: 'TZ',
    population: 56_318_348,
    smallestCity: 30_000,
    regionByAdminCode: pairs(
      '02:19 03:03 04:04 05:08 06:09 07:12 08:13 09:14 10:16 11:17 12:18 13:06 14:21 15:22 16:23 17:24 18:25 19:05 ' +
        '20:10 21:11 22:07 23:02 24:20 25:15 26:01 27:26 28:27 29:28 30:29 31:30 32:31',
    ),
  },
  {
    code: 'GR',
    population: 10_727_668,
    smallestCity: 10_000,
    regionByAdminCode: pairs(
      '736572:69 ESYE11:A ESYE12:B ESYE13:C ESYE14:E ESYE21:D ESYE22:F ESYE23:G ESYE24:H ESYE25:J ESYE31:I ESYE41:K ' +
        'ESYE42:L ESYE43:M',
    ),
  },
  {
    code: 'AM',
    population: 2_951_776,
    smallestCity: 8_000,
    regionByAdminCode: pairs('01:AG 02:AR 03:AV 04:GR 05:KT 06:LO 07:SH 08:SU 09:TV 10:VD 11:ER'),
  },
  {
    code: 'UZ',
    population: 32_955_400,
    smallestCity: 18_000,
    regionByAdminCode: pairs('01:AN 02:BU 03:FA 05:XO 06:NG 07:NW 08:QA 09:QR 10:SA 12:SU 13:TK 14:TO 15:JI 16:SI'),
  },
  {
    code: 'HU',
    population: 9_768_785,
    smallestCity: 12_000,
    regionByAdminCode: pairs(
      '01:BK 02:BA 03:BE 04:BZ 05:BU 06:CS 08:FE 09:GS 10:HB 11:HE 12:KE 14:NO 16:PE 17:SO 18:SZ 20:JN 21:TO 22:VA ' +
        '23:VE 24:ZA',
    ),
  },
  { code: 'US', population: 327_167_434, smallestCity: 100_000 },
  { code: 'GB', population: 66_488_991, smallestCity: 75_000 },
  {
    code: 'DE',
    population: 82_927_922,
    smallestCity: 75_000,
    regionByAdminCode: pairs(
      '01:BW 02:BY 03:HB 04:HH 05:HE 06:NI 07:NW 08:RP 09:SL 10:SH 11:BB 12:MV 13:SN 14:ST 15:TH 16:BE',
    ),
  },
];

/** City districts, historical and religious places of GeoNames are no cities to sell leads by. */
export const leftOutFeatures: ReadonlySet<string> = new Set(['PPLX', 'PPLQ', 'PPLW', 'PPLH', 'PPLR']);

/** Places of the source that are a district, a double or carry a population of something else, as "CC name". */
export const leftOutPlaces: ReadonlySet<string> = new Set([
  'HU Parádsasvár',
  'US Ironville',
  'US Meads',
  'US Lexington',
  'US Maryvale',
  'US Jamaica',
  'GB Archway',
  'GB Saint Peters',
  'GB Fylde',
  'KE Sawa Sawa',
  'TZ Ushirombo',
]);

/** Towns that the source files under the neighbouring region, as "CC name" -> region. */
export const movedPlaces: Readonly<Record<string, string>> = {
  'KE Thika': '13',
  'KE Karuri': '13',
  'TZ Mvomero': '16',
};
