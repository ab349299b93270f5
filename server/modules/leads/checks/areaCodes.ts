/**
 * The part of the country that an area code of a landline is of, by the codes of regions: capitals and large towns, as
 * the numbering plans of Kenya (CA), Tanzania (TCRA), Greece (EETT), Hungary (NMHH), Armenia (PSRC), Uzbekistan, Germany
 * (Bundesnetzagentur) and the United Kingdom (Ofcom) have them. Left out are mobile numbers, which go where their people
 * go, and North America, where all numbers do. A code that reaches into the regions around its town names these too.
 */
const AREAS: Readonly<Record<string, string>> = {
  '+25420': 'KE-30 KE-13 KE-16',
  '+25441': 'KE-28',
  '+25457': 'KE-17',
  '+25451': 'KE-31',
  '+25453': 'KE-44',
  '+25522': 'TZ-02',
  '+25526': 'TZ-03',
  '+25527': 'TZ-01',
  '+25528': 'TZ-18',
  '+3021': 'GR-I',
  '+30231': 'GR-B',
  '+302410': 'GR-E',
  '+302610': 'GR-G',
  '+302810': 'GR-M',
  '+361': 'HU-BU HU-PE',
  '+3652': 'HU-HB',
  '+3662': 'HU-CS',
  '+3646': 'HU-BZ',
  '+3672': 'HU-BA',
  '+3696': 'HU-GS',
  '+37410': 'AM-ER AM-KT',
  '+374312': 'AM-SH',
  '+374322': 'AM-LO',
  '+99871': 'UZ-TK UZ-TO',
  '+99866': 'UZ-SA',
  '+4930': 'DE-BE DE-BB',
  '+4940': 'DE-HH DE-SH DE-NI',
  '+4989': 'DE-BY',
  '+4969': 'DE-HE',
  '+49221': 'DE-NW',
  '+49211': 'DE-NW',
  '+49711': 'DE-BW',
  '+49351': 'DE-SN',
  '+4420': 'GB-ENG',
  '+44121': 'GB-ENG',
  '+44161': 'GB-ENG',
  '+44151': 'GB-ENG',
  '+44113': 'GB-ENG',
  '+44131': 'GB-SCT',
  '+44141': 'GB-SCT',
  '+4428': 'GB-NIR',
  '+442920': 'GB-WLS',
};

const LONGEST = Math.max(...Object.keys(AREAS).map((prefix) => prefix.length));

/** The codes of the regions that a landline in E.164 is of, the chief one first; none where its area code tells nothing. */
export function regionsOfLandline(e164: string): string[] {
  for (let length = LONGEST; length > 3; length--) {
    const codes = AREAS[e164.slice(0, length)];
    if (codes) return codes.split(' ');
  }
  return [];
}
