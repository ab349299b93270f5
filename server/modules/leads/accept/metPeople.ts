import { type LikenessPart, partsOf } from '../alike/likeness';
import { namesIn, personOf, wordsOfNames } from '../alike/personOf';
import { contactKey, contactKeys } from '../alike/likenessKeys';
import { countNames, nameMarkOf, type PhoneNames } from '../alike/phoneNames';
import { peopleOfMarket } from '../alike/sharesOfMarket';
import { type CandidateBatch } from '../candidate';
import { known } from '../known';
import { isNonsense } from '../checks/name';
import { judge } from '../matching/judge';
import { type Verdict } from '../matching/lines';
import { FULL_FROM, KeyIndex } from '../matching/keyIndex';
import { type Person } from '../matching/person';
import { type KnownShares } from '../matching/shares';
import { LeadContacts, type LeadContactRow } from '../model';
import { PROOF_CHANNELS } from '../rules';
import { HASH_OF } from '../vault/furtherContacts';
import { namesToCompare } from '../vault/namesGiven';
import { openIfSound } from '../vault/sealContact';
import { type PersonRow, type StandingLead } from './knownPeople';

/** So many leads of one phone or e-mail are looked at, the earliest: more tell nothing more. */
const MOST_AT_CONTACT = 30;

/** A lead, or an earlier row that becomes one. */
export interface Met {
  leadId: string;
  agencyId: string;
  ofRow: number | null;
  at: Date | null;
  personHash: string | null;
  /** Null until it is opened. */
  person: Person | null;
  /** Hashes of people of whom a moderator decided that they are this one, or are not. */
  sameAs: readonly string[];
  differentFrom: readonly string[];
  /** Marks of the names that repeats with this phone gave. */
  otherNames: readonly string[];
  /** Names that repeats of this person gave. */
  alsoNamed: Person['names'][];
  isNonsense: boolean;
}

/** What is read of a lead by its keys. */
type Stored = Pick<
  LeadContactRow,
  '_id' | 'agencyId' | 'at' | 'personHash' | 'phoneHash' | 'emailHash' | 'matchKeys' | keyof Opened
>;

/** What is opened of those that are compared. */
type Opened = Partial<Pick<LeadContactRow, 'sealed' | 'sameAs' | 'differentFrom' | 'otherNames' | 'alsoNamed'>>;

const FOUND = { agencyId: 1, at: 1, personHash: 1, phoneHash: 1, emailHash: 1, matchKeys: 1 } as const;
const OPENED = { sealed: 1, sameAs: 1, differentFrom: 1, otherNames: 1, alsoNamed: 1 } as const;

/** Of so few rows the contacts come with the leads: a second command costs more than what is read for nothing. */
const FEW_ROWS = 20;

type Found = { lead: StandingLead; isUnsure: boolean } | null;

/** One of the candidates beside a row: `alike` says by what they are, in case that becomes a question. */
type Judged = NonNullable<Found> & { met: Met; rank: number; alike: LikenessPart[] };

/** The people that some rows are compared with. */
export class MetPeople {
  private readonly people = new Map<string, Met>();
  /** The contacts that came with the leads. */
  private readonly contacts = new Map<string, Opened & Pick<LeadContactRow, '_id'>>();
  private isOpened = false;
  private readonly byHash = new Map<string, Met[]>();
  private readonly stored = new KeyIndex<Met>();
  private readonly earlier = new KeyIndex<Met>();
  /** Names that rows of this call give to phones of leads. */
  readonly otherNames = new Map<string, Set<string>>();

  constructor(private readonly shares: KnownShares) {}

  /**
   * Finds the leads with the phone or the e-mail of a row, or with one of its candidate keys, by one command. However many
   * there are, no more stand under these keys than they have room for.
   */
  async find(rows: readonly PersonRow[], among: object): Promise<void> {
    const keys = [...new Set(rows.flatMap(({ likeness, hashes }) => [...likeness.matchKeys, ...contactKeys(hashes)]))];
    if (keys.length === 0) return;
    this.isOpened = rows.length <= FEW_ROWS;
    const most = keys.length * FULL_FROM + rows.length * 2 * MOST_AT_CONTACT;
    const found = await LeadContacts.find(
      { matchKeys: { $in: keys }, ...among },
      this.isOpened ? { ...FOUND, ...OPENED } : FOUND,
    )
      .limit(most)
      .batchSize(most)
      .lean<Stored[]>();
    found.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const row of found) {
      const met = this.personOfLead(row);
      for (const hash of known([row.phoneHash, row.emailHash])) this.note(hash, met);
      this.stored.add(met, row.matchKeys ?? []);
    }
  }

  /**
   * Opens, for this comparison alone, the contacts that the rows are compared with. Nobody sees them. Asks also where
   * there are none, so that how long an answer takes does not tell whether somebody is known.
   */
  async open(rows: readonly PersonRow[]): Promise<void> {
    if (rows.length === 0) return;
    const wanted = [...new Set(rows.flatMap((row) => this.candidatesOf(row)))];
    const contacts = this.isOpened
      ? wanted.flatMap(({ leadId }) => this.contacts.get(leadId) ?? [])
      : await LeadContacts.find({ _id: { $in: wanted.map(({ leadId }) => leadId) } }, OPENED).lean<
          (Opened & Pick<LeadContactRow, '_id'>)[]
        >();
    for (const { _id, sealed, sameAs = [], differentFrom = [], otherNames = [], alsoNamed = [] } of contacts) {
      const names = namesToCompare({ _id, alsoNamed }).map(namesIn);
      const opened = sealed ? personIn(_id, sealed) : UNOPENED;
      Object.assign(this.people.get(_id)!, { ...opened, sameAs, differentFrom, otherNames, alsoNamed: names });
    }
  }

  /** The lead that has the row's very details: nothing more need be read to tell. */
  withSameDetails = ({ hashes, likeness }: PersonRow): Met | undefined =>
    this.underContact(hashes).find(({ personHash }) => personHash === likeness.personHash);

  /** The lead of the row's person, or the one that may be its: whoever has its phone or e-mail before who is like it. */
  of(row: PersonRow): Found {
    const told = this.withSameDetails(row);
    if (told) return { lead: this.leadByContact(told, row), isUnsure: false };
    const fitting = this.candidatesOf(row).flatMap((met) => this.judge(row, met) ?? []);
    const best = fitting.reduce<Judged | null>((first, one) => (first && first.rank >= one.rank ? first : one), null);
    if (!best || best.isUnsure || !this.isOneOfSeveral(best, fitting, row)) return best;
    return { lead: this.leadOf(best.met, row, best.alike), isUnsure: true };
  }

  /**
   * Whether a row that is surely this one is as surely another too, and those are two: G. Ravenscroft where Gordon and
   * Glenda are known, or the family name alone. Not where the very name was given by the one that fits best.
   */
  private isOneOfSeveral({ met }: Judged, fitting: readonly Judged[], { person, likeness }: PersonRow): boolean {
    if (!met.person || met.sameAs.includes(likeness.personHash)) return false;
    if ([met.person.names, ...met.alsoNamed].some((names) => areSameWords(names, person.names))) return false;
    const among = { shares: this.shares, people: peopleOfMarket() };
    return fitting.some(
      (other) =>
        other.met !== met &&
        !other.isUnsure &&
        other.met.person !== null &&
        judge(met.person!, other.met.person, among, true).verdict !== 'ONE',
    );
  }

  /** What one of the candidates is to the row's person; null where they are two. */
  private judge(row: PersonRow, met: Met): Judged | null {
    const isSameContact = this.underContact(row.hashes).includes(met);
    const lead = (alike: LikenessPart[]): StandingLead =>
      isSameContact ? this.leadByContact(met, row) : this.leadOf(met, row, alike);
    // One that does not open is told by its hashes alone.
    const byContact = BY_CONTACT + this.sharedContacts(met, row);
    if (!met.person) return isSameContact ? { met, lead: lead([]), isUnsure: false, rank: byContact, alike: [] } : null;
    const { personHash } = row.likeness;
    if (met.differentFrom.includes(personHash)) return null;
    const isDecided = met.sameAs.includes(personHash);
    // What is no name tells of nobody who comes later, and makes nobody doubtful.
    if (met.isNonsense && !isDecided) return null;
    const among = { shares: this.shares, people: peopleOfMarket() };
    const { verdict: found, comparison } = judge(met.person, row.person, among, isSameContact);
    const verdict = isDecided ? 'ONE' : this.byAllNames(found, met, row, isSameContact);
    if (verdict === 'TWO') return null;
    const alike = partsOf(comparison);
    if (verdict === 'UNSURE')
      return { met, lead: this.leadOf(met, row, alike), isUnsure: true, rank: comparison.score, alike };
    const rank = isSameContact ? byContact : BY_LIKENESS + comparison.score;
    return { met, lead: lead(alike), isUnsure: false, rank, alike };
  }

  /** How much of the row's contact a lead has: both go before the phone, and that before an e-mail box. */
  private sharedContacts(met: Met, { hashes: { phoneHash, emailHash } }: PersonRow): number {
    return (this.under(phoneHash).includes(met) ? 2 : 0) + (this.under(emailHash).includes(met) ? 1 : 0);
  }

  /**
   * The verdict by all names that the lead's person gave: A. Smith who asked again as Andrew is not Anna. Whoever gives one
   * of them again is known by it.
   */
  private byAllNames(found: Verdict, met: Met, { person }: PersonRow, isSameContact: boolean): Verdict {
    if (found === 'TWO' || met.alsoNamed.length === 0) return found;
    const among = { shares: this.shares, people: peopleOfMarket() };
    const isOne = (names: Person['names']): boolean =>
      judge({ ...met.person!, names }, person, among, isSameContact).verdict === 'ONE';
    if (met.alsoNamed.some((names) => areSameWords(names, person.names) && isOne(names))) return 'ONE';
    return met.alsoNamed.every(isOne) ? found : 'UNSURE';
  }

  /** Notes the name of a repeat on its lead, for the rows that follow; answers whether it is another one than were given. */
  noteName({ person, isNonsense }: PersonRow, leadId: string): boolean {
    const met = this.people.get(leadId);
    if (!met?.person || isNonsense || person.names.length === 0) return false;
    if ([met.person.names, ...met.alsoNamed].some((names) => areSameWords(names, person.names))) return false;
    met.alsoNamed.push(person.names);
    return true;
  }

  private leadByContact(met: Met, row: PersonRow): StandingLead {
    const lead = this.leadOf(met, row, null);
    return { ...lead, isSamePair: lead.sharedOn.length === PROOF_CHANNELS.length };
  }

  private leadOf(met: Met, { hashes }: PersonRow, alike: LikenessPart[] | null): StandingLead {
    const { leadId, agencyId, ofRow, at } = met;
    const bringsOther = known([hashes.phoneHash, hashes.emailHash]).some((hash) => !this.under(hash).includes(met));
    const sharedOn = PROOF_CHANNELS.filter((channel) => this.under(hashes[HASH_OF[channel]]).includes(met));
    return { leadId, agencyId, ofRow, at, alike, isSamePair: false, sharedOn, bringsOther, bringsName: false };
  }

  /**
   * Under how many names the row's phone was left, as far as its leads were opened; null for one. Where the row is a
   * repeat of one of them, its name is noted there.
   */
  namesOfPhone({ hashes, person }: PersonRow, standingId: string | null): PhoneNames | null {
    const opened = this.under(hashes.phoneHash).filter((met) => met.person !== null);
    if (opened.length === 0 || person.names.length === 0) return null;
    const own = nameMarkOf(person);
    const names = new Set([own]);
    for (const met of opened) {
      const lead = nameMarkOf(met.person!);
      const others = [...met.otherNames, ...(this.otherNames.get(met.leadId) ?? [])];
      for (const name of [lead, ...others]) names.add(name);
      if (met.leadId !== standingId || own === lead || others.includes(own)) continue;
      const noted = this.otherNames.get(met.leadId);
      if (noted) noted.add(own);
      else this.otherNames.set(met.leadId, new Set([own]));
    }
    const counted = countNames(names);
    return counted.count > 1 ? counted : null;
  }

  /** Takes a row as a lead that later rows are compared with; answers the keys that have room for it. */
  add({ row, leadId, hashes, person, likeness, isNonsense }: PersonRow, { agencyId }: CandidateBatch): string[] {
    const { personHash } = likeness;
    const met: Met = {
      leadId,
      agencyId,
      ofRow: row,
      at: null,
      personHash,
      person,
      sameAs: [],
      differentFrom: [],
      otherNames: [],
      alsoNamed: [],
      isNonsense,
    };
    this.people.set(leadId, met);
    const own = known([hashes.phoneHash, hashes.emailHash]).filter((hash) => this.note(hash, met));
    return [...this.earlier.add(met, this.stored.withRoom(likeness.matchKeys)), ...own.map(contactKey)];
  }

  private candidatesOf({ hashes, likeness: { matchKeys } }: PersonRow): Met[] {
    return [
      ...new Set([...this.underContact(hashes), ...this.stored.sharing(matchKeys), ...this.earlier.sharing(matchKeys)]),
    ];
  }

  /** The leads, and earlier rows, with a phone or an e-mail. */
  under = (hash: string | null): readonly Met[] => this.byHash.get(hash ?? '') ?? [];

  /** Those with the e-mail or the phone, the earliest of each first. */
  private underContact = ({ emailHash, phoneHash }: PersonRow['hashes']): Met[] => [
    ...this.under(emailHash),
    ...this.under(phoneHash),
  ];

  /** Answers whether there was room: of one phone or e-mail no more are looked at. */
  private note(hash: string, met: Met): boolean {
    const same = this.byHash.get(hash);
    if (!same) this.byHash.set(hash, [met]);
    else if (same.length < MOST_AT_CONTACT) same.push(met);
    else return false;
    return true;
  }

  private personOfLead(row: Stored): Met {
    const { _id, agencyId, at, personHash = null } = row;
    if (this.isOpened) this.contacts.set(_id, row);
    const unopened = { ...UNOPENED, sameAs: [], differentFrom: [], otherNames: [], alsoNamed: [] };
    const fresh: Met = { leadId: _id, agencyId, ofRow: null, at, personHash, ...unopened };
    this.people.set(_id, fresh);
    return fresh;
  }
}

const UNOPENED = { person: null, isNonsense: false };

/** Null where a contact does not open: one that was damaged must not keep others out. */
function personIn(leadId: string, sealed: LeadContactRow['sealed']): Pick<Met, 'person' | 'isNonsense'> {
  const contact = openIfSound(leadId, sealed, 'is compared with nobody');
  return contact ? { person: personOf(contact), isNonsense: isNonsense(contact.name) } : UNOPENED;
}

const areSameWords = (a: Person['names'], b: Person['names']): boolean => wordsOfNames(a) === wordsOfNames(b);

/** One of whom it is sure goes before any of whom it is not, and the same contact before likeness; of equals the earliest. */
const BY_LIKENESS = 1000;
const BY_CONTACT = 2000;
