/**
 * Whether a call may be recorded by the law of a country once the caller was told and stayed on the line: ANNOUNCED, or
 * NEVER where staying on the line is not enough. A country that is not listed is NEVER. Nobody is recorded untold, also
 * where the law would let one side do so. An engineer's reading, not a lawyer's: docs/decisions/0091-pay-per-call.md.
 */
const LAW: Readonly<Record<string, { rule: 'ANNOUNCED' | 'NEVER'; source: string }>> = {
  AM: {
    rule: 'ANNOUNCED',
    source: 'Constitution art. 33; Law on the Protection of Personal Data (2015) art. 9 and 10',
  },
  DE: {
    rule: 'NEVER',
    source: 'Strafgesetzbuch § 201: consent has to be given, not only the announcement to be heard',
  },
  GB: {
    rule: 'ANNOUNCED',
    source: 'UK GDPR art. 13; Investigatory Powers (Interception by Businesses) Regulations 2018',
  },
  GR: {
    rule: 'ANNOUNCED',
    source: 'Law 3471/2006 art. 4(3): evidence of a commercial transaction, both sides informed',
  },
  HU: { rule: 'ANNOUNCED', source: 'Civil Code (Act V of 2013) § 2:48; GDPR art. 6 and 13' },
  KE: { rule: 'ANNOUNCED', source: 'Data Protection Act 2019 s. 29 and 30' },
  TZ: { rule: 'ANNOUNCED', source: 'Personal Data Protection Act 2022 s. 23; EPOCA 2010 s. 120' },
  US: { rule: 'ANNOUNCED', source: '18 U.S.C. § 2511(2)(d); all sides in some states, such as Cal. Penal Code § 632' },
  UZ: { rule: 'NEVER', source: 'Law on Personal Data ZRU-547 (2019) art. 21: consent in a form that can be proven' },
};

/** Whether a call between these countries may be recorded: by the law of each of them; null for one that is not known. */
export const mayRecord = (campaignCountry: string, callerCountry: string | null): boolean =>
  [campaignCountry, callerCountry].every((country) => country === null || LAW[country]?.rule === 'ANNOUNCED');
