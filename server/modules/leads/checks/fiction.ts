/**
 * Phone numbers and domains that their registries keep for films, books and documentation: nobody is reached there.
 * Sources: North America 555-0100 to 555-0199 (NANPA); United Kingdom (Ofcom, numbers for drama use); Germany
 * (Bundesnetzagentur, numbers for film and television); Australia (ACMA); France (Arcep, numbers for audiovisual works);
 * Ireland (ComReg, numbers for drama use); Sweden (PTS, numbers for film and books); of programs the numbers with which
 * Twilio lets its customers try theirs; domains RFC 2606 and RFC 6761. The other countries of the market keep none.
 */
interface FictionRange {
  pattern: RegExp;
  line: 'MOBILE' | 'LANDLINE';
}

const RANGES: Readonly<Record<string, readonly FictionRange[]>> = {
  '1': [
    // Of areas alone: 900 and 976 cost whoever calls them, 700 and 5xx may lead anywhere.
    { pattern: /^\+1(?!900|976|700|710|5(?:00|2\d|33|44|66|77|88))[2-9]\d{2}55501\d{2}$/, line: 'MOBILE' },
    { pattern: /^\+1500555\d{4}$/, line: 'MOBILE' },
  ],
  '33': [
    { pattern: /^\+33(?:19900|26191|35301|46571|53649)\d{4}$/, line: 'LANDLINE' },
    { pattern: /^\+3363998\d{4}$/, line: 'MOBILE' },
  ],
  '46': [
    { pattern: /^\+46(?:3139006|4062804|8465004)[0-4]\d$/, line: 'LANDLINE' },
    { pattern: /^\+467017406(?:0[5-9]|[1-9]\d)$/, line: 'MOBILE' },
  ],
  '353': [{ pattern: /^\+3532091\d{5}$/, line: 'LANDLINE' }],
  '44': [
    { pattern: /^\+447700900\d{3}$/, line: 'MOBILE' },
    { pattern: /^\+441(?:13|14|15|16|17|18|21|31|41|51|61)4960\d{3}$/, line: 'LANDLINE' },
    { pattern: /^\+441914980\d{3}$/, line: 'LANDLINE' },
    { pattern: /^\+442079460\d{3}$/, line: 'LANDLINE' },
    { pattern: /^\+442896496\d{3}$/, line: 'LANDLINE' },
    { pattern: /^\+442920180\d{3}$/, line: 'LANDLINE' },
    { pattern: /^\+441632960\d{3}$/, line: 'LANDLINE' },
    { pattern: /^\+443069990\d{3}$/, line: 'LANDLINE' },
    { pattern: /^\+448081570\d{3}$/, line: 'LANDLINE' },
  ],
  '49': [
    { pattern: /^\+49(?:3023125|6990009|4066969|8999998)\d{3}$/, line: 'LANDLINE' },
    { pattern: /^\+492214710\d{3}$/, line: 'LANDLINE' },
    { pattern: /^\+49(?:1713920|176040690)\d{2}$/, line: 'MOBILE' },
    { pattern: /^\+49(?:15228817386|15228895456|15254599371)$/, line: 'MOBILE' },
    {
      pattern: /^\+49(?:1729925904|1729968532|1729973185|1729973186|1729980752|1749091317|1749464308)$/,
      line: 'MOBILE',
    },
  ],
  '61': [
    {
      pattern: /^\+61(?:491570006|49157015[6-9]|491570110|491570313|491570737|491571266|491571491|491571804)$/,
      line: 'MOBILE',
    },
    { pattern: /^\+61[2378]5550\d{4}$/, line: 'LANDLINE' },
  ],
};

/** The kind of line of a fiction number in E.164; null for every other number. */
export function fictionLine(e164: string, callingCode: string): 'MOBILE' | 'LANDLINE' | null {
  return RANGES[callingCode]?.find(({ pattern }) => pattern.test(e164))?.line ?? null;
}

const DOMAINS = /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/;

/** True for a lower-case domain that no mail can reach because it is reserved for examples. */
export const isFictionDomain = (domain: string): boolean => DOMAINS.test(domain);
