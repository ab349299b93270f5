/**
 * Providers of personal mail boxes: where a domain one slip away from one of these is no domain of its own, a typo is
 * suggested. Earlier ones win over later ones that are as near.
 */
export interface Provider {
  label: string;
  /** The endings that the provider really has; the first one is suggested for an ending that resembles none. */
  suffixes: readonly string[];
  /**
   * BRAND: nobody else is called so, and the name with another common ending is a slip too. NAME: a slip of the name or
   * of the ending is one. SHORT: so short that only slips of the fingers behind its first letter are (letters swapped or
   * doubled, a neighbouring key), under the very same ending. WORD: short or a word of a language, so only an ending that
   * does not exist is a slip. FAR: of a country where hardly a lead comes from, so that of its name only letters swapped or
   * doubled are one: aver.com is not naver.com.
   */
  kind: 'BRAND' | 'NAME' | 'SHORT' | 'WORD' | 'FAR';
  /** Slips of the name are suggested to leads of these countries only; everywhere when absent. */
  countries?: readonly string[];
  /** Of a provider with countries: most people there have it, so its slips under its own ending are known anywhere. */
  isBig?: boolean;
}

/** Has boxes under one ending, whatever the country: every other ending is a slip (gmail.hu), but for REAL_LOOKALIKES. */
export const ONE_ENDING: ReadonlySet<string> = new Set(['gmail', 'googlemail']);

const COUNTRY_SITES =
  'co.uk de fr it es gr hu ca in nl be at se no dk ie ch pt pl com.br com.ar com.mx com.au com.tr co.jp co.za co.in co.id';

const table = (kind: Provider['kind'], lines: string, countries?: readonly string[], isBig = false): Provider[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [label, ...suffixes] = line.trim().split(/\s+/);
      return { label: label!, suffixes, kind, ...(countries && { countries }), ...(isBig && { isBig }) };
    });

export const PROVIDERS: readonly Provider[] = [
  ...table(
    'BRAND',
    `gmail com
     hotmail com ${COUNTRY_SITES}
     icloud com
     googlemail com
     protonmail com ch
     rocketmail com
     rediffmail com
     sbcglobal net
     btinternet com`,
  ),
  ...table(
    'NAME',
    `yahoo com ${COUNTRY_SITES} ro co.ke co.nz co.kr com.sg com.ph com.vn com.hk com.tw com.my com.co com.pe
     outlook com ${COUNTRY_SITES} cl com.vn co.th cz sk sa my ph sg
     live com ${COUNTRY_SITES} cn jp ru
     aol com co.uk de fr it com.br
     msn com
     yandex com ru uz kz by ua com.tr
     comcast net
     verizon net
     bellsouth net
     earthlink net
     optonline net
     btopenworld com
     virginmedia com
     ntlworld com
     talktalk net
     blueyonder co.uk
     tutanota com de
     fastmail com fm
     windowslive com
     tiscali it co.uk
     rambler ru
     mail com ru
     sky com`,
  ),
  ...table(
    'WORD',
    `email com de cz hu
     ymail com
     me com
     mac com
     aim com
     gmx de com net at ch us fr
     web de
     proton me
     pm me
     zoho com
     att net
     cox net
     charter net
     juno com
     netzero net com
     frontier com
     frontiernet net
     windstream net
     centurylink net
     embarqmail com
     roadrunner com
     suddenlink net
     pacbell net
     ameritech net
     swbell net
     prodigy net
     mchsi com
     netscape net
     compuserve com
     shaw ca
     rogers com
     sympatico ca
     telus net
     virgin net
     plusnet com
     orange fr
     free fr
     sfr fr
     neuf fr
     alice it
     tin it
     uol com.br
     bol com.br
     terra com.br
     ig com.br
     qq com
     163 com
     126 com
     sina com
     daum net
     inbox ru lv uz com
     list ru
     bk ru
     ya ru
     ukr net
     wp pl
     onet pl
     interia pl
     o2 pl co.uk
     abv bg
     xtra co.nz`,
  ),
  ...table(
    'FAR',
    'libero it\nvirgilio it\nlaposte net\nwanadoo fr\nhanmail net\nnaver com\nseznam cz\nbigpond com net.au\noptusnet com.au',
  ),
  ...table('SHORT', 'mail ru am uz\numail uz\ninbox ru uz'),
  ...table('NAME', 't-online de\nfreenet de', ['DE'], true),
  ...table('NAME', 'arcor de\nvodafone de\nmailbox org', ['DE']),
  ...table('NAME', 'otenet gr\nforthnet gr', ['GR'], true),
  ...table('NAME', 'vivodinet gr\ncosmotemail gr', ['GR']),
  ...table('WORD', 'hol gr\nin gr\nposteo de net org eu at ch co.uk gr hu us'),
  ...table('NAME', 'freemail hu\ncitromail hu\nindamail hu', ['HU'], true),
  ...table('NAME', 't-online hu\nupcmail hu\nvipmail hu\ndigikabel hu\nchello hu\nt-email hu', ['HU']),
  ...table('NAME', 'safaricom co.ke\nafricaonline co.ke\nwananchi com', ['KE']),
  ...table('NAME', 'africaonline co.tz\nzantel com\nttcl co.tz', ['TZ']),
  ...table('NAME', 'inbox uz', ['UZ']),
  ...table('NAME', 'freenet am\nnetsys am\narminco com', ['AM']),
];

/** Real domains that are a slip from a provider: never a typo. */
const REAL_LOOKALIKES: ReadonlySet<string> = new Set(
  `amail.com fmail.com hmail.com imail.com jmail.com kmail.com mmail.com nmail.com qmail.com rmail.com tmail.com umail.com
   vmail.com wmail.com xmail.com zmail.com cmail.com emails.com grail.com gmail.gr gmail.ru gmail.com.br ahoo.com vahoo.com
   gm.com yahoo.inc yahooinc.com cloud.com inlook.com outlooks.com hotmail.co.il hotmail.co.nz hotmail.co.kr hotmail.co.th hanmail2.net hotmail.fi
   hotmail.ru hotmail.kz hotmail.kg mail.am mail.uz umail.uz exat.uz mali.ru mall.ru mai.ru mil.ru mal.ru email.it mailbox.hu freemail.gr email.ua
   comcast.com verizon.com verizon.com.mx att.com charter.com cox.com earthlink.com vodafone.com vodafone.co.uk
   vodafone.gr vodafone.hu earthling.net eastmail.com lastmail.com lastmail.co gotmail.com hitmail.com hello.hu freenet.com prontomail.com talktalk.co.uk naver.net wannadoo.fr`.split(
    /\s+/,
  ),
);

/** Endings that exist but are mostly a slip of `com` behind a provider's name (Colombia, Cameroon, Oman, Niue …). */
export const SLIPS_OF_COM: ReadonlySet<string> = new Set(
  'co cm om com.co comm con cmo ocm cim vom xom coom comn c co.com com.com comcom cpm'.split(' '),
);

/** Endings that exist but are mostly a slip of `net` behind a provider's name (Niger). */
export const SLIPS_OF_NET: ReadonlySet<string> = new Set(['ne']);

/** Endings that people know from other addresses, and put behind a brand that does not have them. */
export const COMMON_ENDINGS: ReadonlySet<string> = new Set('com net org co.uk uk us info biz'.split(' '));

/** Domains whose mail boxes belong to anybody: they tell nothing of a person's employer. */
export const PROVIDER_DOMAINS: ReadonlySet<string> = new Set([
  ...PROVIDERS.flatMap(({ label, suffixes }) => suffixes.map((suffix) => `${label}.${suffix}`)),
  ...REAL_LOOKALIKES,
]);
