import { log } from '../../../platform/log';
import { type LikenessPart, partsOf } from '../alike/likeness';
import { personOf } from '../alike/personOf';
import { countNames, nameMarkOf, type PhoneNames } from '../alike/phoneNames';
import { peopleOfMarket } from '../alike/sharesOfMarket';
import { type CandidateBatch } from '../candidate';
import { known } from '../known';
import { compare } from '../matching/compare';
import { isOfOneFamily } from '../matching/compareNames';
import { KeyIndex, MOST_CANDIDATES } from '../matching/keyIndex';
import { verdictOf } from '../matching/lines';
import { type Person } from '../matching/person';
import { type KnownShares } from '../matching/shares';
import { LeadContacts, type LeadContactRow } from '../model';
import { openContact } from '../vault/sealContact';
import { type PersonRow, type StandingLead } from './knownPeople';

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
}

type Stored = Pick<LeadContactRow, '_id' | 'agencyId'> & { at?: Date | null; personHash?: string | null };

type Found = { lead: StandingLead; isUnsure: boolean } | null;

/** The people that some rows are compared with. */
export class MetPeople {
  private readonly people = new Map<string, Met>();
  private readonly byHash = new Map<string, Met[]>();
  private readonly stored = new KeyIndex<Met>();
  private readonly earlier = new KeyIndex<Met>();
  /** Names that rows of this call give to phones of leads. */
  readonly otherNames = new Map<string, Set<string>>();

  constructor(private readonly shares: KnownShares) {}

  async byContact(rows: readonly PersonRow[], among: object): Promise<void> {
    for (const field of ['phoneHash', 'emailHash'] as const) {
      const hashes = known(rows.map((row) => row.hashes[field]));
      if (hashes.length === 0) continue;
      const found = await LeadContacts.find(
        { [field]: { $in: hashes }, ...among },
        { agencyId: 1, at: 1, personHash: 1, [field]: 1 },
      ).lean<(Stored & Pick<LeadContactRow, 'at' | typeof field>)[]>();
      found.sort((a, b) => a.at.getTime() - b.at.getTime());
      for (const row of found) this.note(row[field]!, this.personOfLead(row));
    }
  }

  async byKeys(rows: readonly PersonRow[], among: object): Promise<void> {
    const keys = [...new Set(rows.flatMap(({ likeness }) => likeness.matchKeys))];
    if (keys.length === 0) return;
    const found = await LeadContacts.find({ matchKeys: { $in: keys }, ...among }, { agencyId: 1, matchKeys: 1 })
      .limit(rows.length * MOST_CANDIDATES)
      .lean<(Stored & Pick<LeadContactRow, 'matchKeys'>)[]>();
    for (const row of found) this.stored.add(this.personOfLead(row), row.matchKeys ?? []);
  }

  /**
   * Opens, for this comparison alone, the contacts that the rows are compared with. Nobody sees them. Asks also where
   * there are none, so that how long an answer takes does not tell whether somebody is known.
   */
  async open(rows: readonly PersonRow[]): Promise<void> {
    if (rows.length === 0) return;
    const wanted = new Set(rows.flatMap((row) => this.candidatesOf(row)).map(({ leadId }) => leadId));
    const contacts = await LeadContacts.find(
      { _id: { $in: [...wanted] } },
      { sealed: 1, sameAs: 1, differentFrom: 1, otherNames: 1 },
    ).lean<Pick<LeadContactRow, '_id' | 'sealed' | 'sameAs' | 'differentFrom' | 'otherNames'>[]>();
    for (const { _id, sealed, sameAs = [], differentFrom = [], otherNames = [] } of contacts) {
      const person = personIn(_id, sealed);
      Object.assign(this.people.get(_id)!, { person, sameAs, differentFrom, otherNames });
    }
  }

  /** Whether hashes tell already that a row is of a person who is a lead. */
  isToldByHash(row: PersonRow): boolean {
    return this.withSameDetails(row) !== undefined || this.under(row.hashes.emailHash).length > 0;
  }

  hasPhone = ({ hashes }: PersonRow): boolean => this.under(hashes.phoneHash).length > 0;

  /** The lead with the same phone or e-mail, of several the earliest; not another one of a family with one phone. */
  sameContact(row: PersonRow): Found {
    const { hashes, person, likeness } = row;
    const isAnother = (met: Met): boolean =>
      met.differentFrom.includes(likeness.personHash) ||
      (met.person !== null && isOfOneFamily(person.names, met.person.names));
    const met =
      this.withSameDetails(row) ??
      this.under(hashes.emailHash)[0] ??
      this.under(hashes.phoneHash).find((one) => !isAnother(one));
    if (!met) return null;
    const isSamePair = this.under(hashes.phoneHash).includes(met) && this.under(hashes.emailHash).includes(met);
    return { lead: { ...leadOf(met, null), isSamePair }, isUnsure: false };
  }

  private withSameDetails = ({ hashes, likeness }: PersonRow): Met | undefined =>
    this.under(hashes.phoneHash).find(({ personHash }) => personHash === likeness.personHash);

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

  /** The lead that is most like the row's person, where it is, or may be, the same one. */
  alike(row: PersonRow): Found {
    const { personHash } = row.likeness;
    const people = peopleOfMarket();
    let best: { met: Met; rank: number; alike: LikenessPart[]; isUnsure: boolean } | null = null;
    for (const met of this.candidatesOf(row)) {
      if (!met.person || met.differentFrom.includes(personHash)) continue;
      const comparison = compare(met.person, row.person, this.shares, people);
      const verdict = met.sameAs.includes(personHash) ? 'ONE' : verdictOf(comparison);
      if (verdict === 'TWO') continue;
      const rank = comparison.score + (verdict === 'ONE' ? CERTAIN : 0);
      if (!best || rank > best.rank) best = { met, rank, alike: partsOf(comparison), isUnsure: verdict === 'UNSURE' };
    }
    return best && { lead: leadOf(best.met, best.alike), isUnsure: best.isUnsure };
  }

  /** Takes a row as a lead that later rows are compared with; answers the keys that have room for it. */
  add({ row, leadId, hashes, person, likeness }: PersonRow, { agencyId }: CandidateBatch): string[] {
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
    };
    for (const hash of known([hashes.phoneHash, hashes.emailHash])) this.note(hash, met);
    return this.earlier.add(met, this.stored.withRoom(likeness.matchKeys));
  }

  private candidatesOf({ hashes, likeness: { matchKeys } }: PersonRow): Met[] {
    return [
      ...new Set([
        ...this.under(hashes.phoneHash),
        ...this.stored.sharing(matchKeys),
        ...this.earlier.sharing(matchKeys),
      ]),
    ];
  }

  /** The leads, and earlier rows, with a phone or an e-mail. */
  under = (hash: string | null): readonly Met[] => this.byHash.get(hash ?? '') ?? [];

  private note(hash: string, met: Met): void {
    const same = this.byHash.get(hash);
    if (same) same.push(met);
    else this.byHash.set(hash, [met]);
  }

  private personOfLead({ _id, agencyId, at = null, personHash = null }: Stored): Met {
    const known = this.people.get(_id);
    if (known) return known;
    const unopened = { person: null, sameAs: [], differentFrom: [], otherNames: [] };
    const fresh: Met = { leadId: _id, agencyId, ofRow: null, at, personHash, ...unopened };
    this.people.set(_id, fresh);
    return fresh;
  }
}

/** Null where a contact does not open: one that was damaged must not keep others out. */
function personIn(leadId: string, sealed: LeadContactRow['sealed']): Person | null {
  try {
    return personOf(openContact(leadId, sealed));
  } catch (error) {
    log.error({ error, leadId }, 'a contact does not open and is compared with nobody');
    return null;
  }
}

/** One of whom it is sure goes before any of whom it is not. */
const CERTAIN = 1000;

const leadOf = ({ leadId, agencyId, ofRow, at }: Met, alike: LikenessPart[] | null): StandingLead => ({
  leadId,
  agencyId,
  ofRow,
  alike,
  at,
  isSamePair: false,
});
