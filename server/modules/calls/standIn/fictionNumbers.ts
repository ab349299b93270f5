/**
 * Numbers that the stand-in has to give: only such as their regulators keep for films and books, so that nobody is ever
 * called. Countries that keep none get numbers from abroad, of the United Kingdom.
 */
const AREAS = [201, 212, 305, 312, 404, 415, 503, 617, 702, 713, 808, 917] as const;
const BRITISH = ['1632960', '2079460', '1214960', '1314960', '1414960', '1614960', '2920180', '2896496'] as const;
const GERMAN = ['3023125', '6990009', '4066969', '2214710', '8999998'] as const;

/** The number of that place in the row of a country's numbers; null behind the last one. */
function numberAt(country: string, at: number): string | null {
  if (country === 'US') {
    const area = AREAS[Math.floor(at / 100)];
    return area === undefined ? null : `+1${area}55501${String(at % 100).padStart(2, '0')}`;
  }
  const [code, blocks] = country === 'DE' ? (['49', GERMAN] as const) : (['44', BRITISH] as const);
  const block = blocks[Math.floor(at / 1000)];
  return block === undefined ? null : `+${code}${block}${String(at % 1000).padStart(3, '0')}`;
}

/** The first numbers of a country that nobody has. */
export function freeNumbers(country: string, taken: ReadonlySet<string>, most: number): string[] {
  const free: string[] = [];
  for (let at = 0; free.length < most; at++) {
    const number = numberAt(country, at);
    if (number === null) break;
    if (!taken.has(number)) free.push(number);
  }
  return free;
}
