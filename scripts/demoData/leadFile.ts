import { makeAnswers, type FormQuestion } from './answers';
import { COMMENTS, CONSENT } from './comments';
import { type ContactBook } from './contacts';
import { type DemoCountry } from './names';
import { type DemoAgency } from './organisations';
import { makePerson, type DemoPerson } from './people';
import { type Chance } from './random';

/** The headings of a file, in the language that the agency's forms are in. */
const HEADINGS: Readonly<Record<DemoCountry, readonly string[]>> = {
  KE: ['lead id', 'full name', 'phone', 'email', 'city', 'created at', 'comment', 'best time to call', 'source'],
  TZ: ['namba', 'jina kamili', 'simu', 'barua pepe', 'mji', 'tarehe', 'maoni', 'muda mzuri wa kupiga simu', 'chanzo'],
  GR: ['κωδικός', 'ονοματεπώνυμο', 'τηλέφωνο', 'email', 'πόλη', 'ημερομηνία', 'σχόλιο', 'ώρα επικοινωνίας', 'πηγή'],
  AM: ['համար', 'անուն ազգանուն', 'հեռախոս', 'էլ փոստ', 'քաղաք', 'ամսաթիվ', 'մեկնաբանություն', 'հարմար ժամ', 'աղբյուր'],
  UZ: [
    'ariza raqami',
    'toʻliq ism',
    'telefon raqami',
    'elektron pochta',
    'shahar',
    'sana',
    'izoh',
    'qulay vaqt',
    'manba',
  ],
  HU: [
    'azonosító',
    'teljes név',
    'telefonszám',
    'e-mail cím',
    'város',
    'dátum',
    'megjegyzés',
    'mikor hívható',
    'forrás',
  ],
  US: [
    'lead id',
    'full name',
    'phone number',
    'email',
    'city',
    'created time',
    'comments',
    'best time to call',
    'lead source',
  ],
  GB: [
    'reference',
    'name',
    'telephone',
    'email address',
    'town',
    'date created',
    'message',
    'preferred time',
    'source',
  ],
  DE: [
    'kennung',
    'vollständiger name',
    'telefonnummer',
    'e-mail-adresse',
    'stadt',
    'erstellt am',
    'nachricht',
    'erreichbarkeit',
    'quelle',
  ],
};
const FACTS = [
  'temperature',
  'contact kind',
  'consent text',
  'consent page',
  'consent time',
  'ip address',
  'consent method',
];

const CHANNELS = {
  SEARCH: 5,
  CONTEXTUAL_AD: 4,
  SOCIAL_AD: 4,
  SOCIAL_POST: 2,
  BANNER: 1,
  EMAIL: 2,
  MESSENGER: 1,
  REFERRAL: 1,
};
const TEMPERATURES = { COLD: 4, WARM: 5, HOT: 2 };
const HOURS = ['9-12', '12-14', '14-17', '17-20'];
const MADE_UP = ['Asdf Qwerty', 'Mickey Mouse', 'Test Test', 'Qwe Rty', 'Aaaa Bbbb', 'Donald Duck'];

export interface FileWish {
  agency: DemoAgency;
  country: DemoCountry;
  questions: readonly FormQuestion[];
  rows: number;
  /** The people of the file left their contacts in the day before. */
  at: Date;
}

/** Writes lead files as agencies send them: mostly sound, each agency with its own faults. */
export class FileWriter {
  /** People of earlier files by country, of whom some are sent again. */
  private readonly sentBefore = new Map<DemoCountry, DemoPerson[]>();

  constructor(
    private readonly chance: Chance,
    private readonly contacts: ContactBook,
  ) {}

  /** A CSV file with headings, as text. */
  write(wish: FileWish): string {
    const head = [...HEADINGS[wish.country], ...FACTS, ...wish.questions.map(({ label }) => label)];
    const lines = [head, ...Array.from({ length: wish.rows }, () => this.row(wish))];
    return lines.map((cells) => cells.map(quoted).join(';')).join('\r\n') + '\r\n';
  }

  private row(wish: FileWish): string[] {
    const { chance } = this;
    const { country, at } = wish;
    const person = this.person(wish);
    const leftAt = new Date(at.getTime() - chance.whole(10, 1430) * 60_000).toISOString();
    const wantsTalk = chance.happens(0.5);
    const kind = !person.phone ? 'REGISTRATION' : wantsTalk ? 'INTERESTED' : chance.happens(0.5) ? 'QUICK' : 'PROMO';
    return [
      randomId(chance),
      person.fullName,
      person.phone ?? '',
      person.email,
      person.city,
      leftAt,
      wantsTalk ? chance.pick(COMMENTS[country]) : '',
      wantsTalk ? chance.pick(HOURS) : '',
      chance.weighted(CHANNELS),
      chance.weighted(TEMPERATURES),
      kind,
      ...this.consent(wish, leftAt),
      ...Object.values(makeAnswers(wish.questions, country, at, chance)),
    ];
  }

  private person({ agency, country }: FileWish): DemoPerson {
    const { chance } = this;
    const { resent, madeUp } = agency.honesty;
    const earlier = this.sentBefore.get(country) ?? [];
    if (earlier.length > 0 && chance.happens(resent)) return chance.pick(earlier);
    const person = makePerson(country, chance, this.contacts);
    // Some are found out at once, some wait for a moderator.
    if (chance.happens(madeUp)) {
      const phone = chance.happens(0.5) ? '+1 555 01' : person.phone;
      return { ...person, fullName: chance.pick(MADE_UP), phone };
    }
    this.sentBefore.set(country, earlier);
    earlier.push(person);
    return person;
  }

  private consent({ agency, country }: FileWish, leftAt: string): string[] {
    const { chance } = this;
    if (chance.happens(agency.honesty.withoutConsent)) return ['', '', '', '', ''];
    const method = chance.happens(agency.honesty.confirmed) ? 'DOUBLE_OPT_IN' : 'WEB_FORM';
    const ip = `${chance.pick(['192.0.2', '198.51.100', '203.0.113'])}.${chance.whole(1, 254)}`;
    return [CONSENT[country], `https://${agency.login}.example/${country.toLowerCase()}`, leftAt, ip, method];
  }
}

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const randomId = (chance: Chance): string => `L${chance.whole(1, 9)}${String(chance.whole(0, 1e9)).padStart(10, '0')}`;
