/**
 * Providers of personal mail boxes: where a domain one slip away from one of these is no domain of its own, a typo is
 * suggested. `suffixes` are the endings that the provider really has; the first one is suggested for a broken ending.
 */
interface Provider {
  label: string;
  suffixes: readonly string[];
  /** Only suggested to leads of these countries; everywhere when absent. */
  countries?: readonly string[];
}

const COUNTRY_SITES = [
  'co.uk',
  'de',
  'fr',
  'it',
  'es',
  'gr',
  'hu',
  'ca',
  'in',
  'nl',
  'be',
  'at',
  'se',
  'no',
  'dk',
  'ie',
  'com.br',
  'com.ar',
  'com.mx',
  'com.au',
  'co.jp',
  'co.za',
  'co.in',
];

export const PROVIDERS: readonly Provider[] = [
  { label: 'gmail', suffixes: ['com'] },
  { label: 'googlemail', suffixes: ['com'] },
  { label: 'yahoo', suffixes: ['com', ...COUNTRY_SITES] },
  { label: 'rocketmail', suffixes: ['com'] },
  { label: 'hotmail', suffixes: ['com', ...COUNTRY_SITES] },
  { label: 'outlook', suffixes: ['com', ...COUNTRY_SITES] },
  { label: 'live', suffixes: ['com', ...COUNTRY_SITES] },
  { label: 'msn', suffixes: ['com'] },
  { label: 'icloud', suffixes: ['com'] },
  { label: 'aol', suffixes: ['com', 'co.uk', 'de', 'fr'] },
  { label: 'protonmail', suffixes: ['com', 'ch'] },
  { label: 'yandex', suffixes: ['com', 'ru', 'uz', 'kz', 'by'] },
  { label: 'comcast', suffixes: ['net'], countries: ['US'] },
  { label: 'verizon', suffixes: ['net'], countries: ['US'] },
  { label: 'btinternet', suffixes: ['com'], countries: ['GB'] },
  { label: 'virginmedia', suffixes: ['com'], countries: ['GB'] },
  { label: 't-online', suffixes: ['de'], countries: ['DE'] },
  { label: 'freenet', suffixes: ['de'], countries: ['DE'] },
  { label: 'otenet', suffixes: ['gr'], countries: ['GR'] },
  { label: 'forthnet', suffixes: ['gr'], countries: ['GR'] },
  { label: 'freemail', suffixes: ['hu'], countries: ['HU'] },
  { label: 'citromail', suffixes: ['hu'], countries: ['HU'] },
  { label: 'indamail', suffixes: ['hu'], countries: ['HU'] },
  { label: 't-online', suffixes: ['hu'], countries: ['HU'] },
  { label: 'safaricom', suffixes: ['co.ke'], countries: ['KE'] },
];

/** Real domains that are one letter from a provider: never a typo. */
export const REAL_LOOKALIKES: ReadonlySet<string> = new Set([
  'mail.com',
  'email.com',
  'ymail.com',
  'fmail.com',
  'hmail.com',
  'vmail.com',
  'zmail.com',
  'tmail.com',
  'grail.com',
  'ahoo.com',
  'gmail.gr',
  'gmx.com',
  'gm.com',
  'yahoo.inc',
  'yahooinc.com',
  'cloud.com',
  'inlook.com',
  'outlooks.com',
  'proton.me',
  'protonmail.ch',
  'umail.uz',
  'inbox.uz',
]);

/** Endings that exist but are mostly a slip of `com` behind a provider's name (Colombia, Cameroon, Oman, Niue …). */
export const SLIPS_OF_COM: ReadonlySet<string> = new Set([
  'co',
  'cm',
  'om',
  'com.co',
  'comm',
  'con',
  'cmo',
  'ocm',
  'cim',
  'vom',
  'xom',
  'coom',
  'comn',
  'c',
  'co.com',
]);

/** Domains whose mail boxes belong to anybody: they tell nothing of a person's employer. */
export const PROVIDER_DOMAINS: ReadonlySet<string> = new Set([
  ...PROVIDERS.flatMap(({ label, suffixes }) => suffixes.map((suffix) => `${label}.${suffix}`)),
  ...REAL_LOOKALIKES,
  ...'gmx.de gmx.net gmx.at web.de me.com mac.com mail.ru inbox.ru list.ru bk.ru rambler.ru mail.am mail.uz pm.me att.net sbcglobal.net bellsouth.net cox.net sky.com talktalk.net windowslive.com email.hu freemail.gr in.gr hol.gr'.split(
    ' ',
  ),
]);
