/**
 * Whether a call may be recorded by the law of a country once the caller was told and stayed on the line: ANNOUNCED, or
 * NEVER where something that was read says that staying on the line is not enough. Where nothing was found that says either,
 * it is announced to all sides. A country that is not listed is NEVER. Nobody is recorded untold, also where the law would
 * let one side do so. An engineer's reading, not a lawyer's: docs/decisions/0091-pay-per-call.md.
 */
const LAW: Readonly<Record<string, { rule: 'ANNOUNCED' | 'NEVER'; source: string }>> = {
  AM: {
    rule: 'ANNOUNCED',
    source:
      'Constitution art. 33; Law No. 49-ZR (2015) on the Protection of Personal Data: consent after being told for what. Nothing found on staying on the line',
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
    source:
      'Law 3471/2006 art. 4(3); the authority (dpa.gr, recording of telephone conversations): to prove a transaction or other professional talk, telling beforehand is enough, also by a recorded message',
  },
  HU: {
    rule: 'NEVER',
    source:
      'Civil Code (Act V of 2013) § 2:48; guidance of NAIH on voice recordings (2016): where no law demands it, consent to making and to using it',
  },
  KE: {
    rule: 'ANNOUNCED',
    source:
      'Data Protection Act 2019 s. 29, 30 and 40; ODPC complaint 1125 of 2025 (Alston v Liquid): to be told for what and to whom it is passed on, a refusal holds, erased on request',
  },
  TZ: {
    rule: 'ANNOUNCED',
    source:
      'Personal Data Protection Act 2022 s. 23: to be told for what; EPOCA 2010 s. 120 forbids listening in by others. Nothing found on staying on the line',
  },
  US: { rule: 'ANNOUNCED', source: '18 U.S.C. § 2511(2)(d); all sides in some states, such as Cal. Penal Code § 632' },
  UZ: {
    rule: 'NEVER',
    source:
      'Law on Personal Data ZRU-547 (2019) art. 21: consent in a form that can be proven; Law 439-II (2002): nothing of telephone talks is kept without consent',
  },
};

/** Whether a call between these countries may be recorded: by the law of each of them; null for one that is not known. */
export const mayRecord = (campaignCountry: string, callerCountry: string | null): boolean =>
  [campaignCountry, callerCountry].every((country) => country === null || LAW[country]?.rule === 'ANNOUNCED');
