import { type LikenessKeys } from '../alike/likenessKeys';
import { type LikenessPart } from '../alike/likeness';
import { type PhoneNames } from '../alike/phoneNames';
import { type Person } from '../matching/person';
import { type ProofChannel } from '../rules';
import { type ContactHashes } from '../vault/sealContact';

/** The lead that a person already is. */
export interface StandingLead {
  leadId: string;
  agencyId: string;
  /** The row of the same batch that it came from, where it is one. */
  ofRow: number | null;
  /** By what likeness it is known; null where the phone or the e-mail is the same. */
  alike: LikenessPart[] | null;
  /** When it came; null of a row of the same call. */
  at: Date | null;
  /** Whether phone and e-mail are both the same. */
  isSamePair: boolean;
  /** Which of them are the same. */
  sharedOn: ProofChannel[];
  /** Whether the row has a phone or an e-mail that the lead has not. */
  bringsOther: boolean;
  /** Whether the row gives a name that the lead has not, nor an earlier repeat of it. */
  bringsName: boolean;
}

/** A row as people are compared by. */
export interface PersonRow {
  row: number;
  leadId: string;
  hashes: ContactHashes;
  person: Person;
  likeness: LikenessKeys;
  /** Whether what stands in the place of its name is none: keys, abuse, a message. */
  isNonsense: boolean;
}

/** What is known of the people of some rows. */
export interface KnownPeople {
  /** Rows of a person who is a lead already. */
  standing: Map<number, StandingLead>;
  /** Rows that may be of such a person, for a moderator to decide. */
  suspected: Map<number, StandingLead & { alike: LikenessPart[] }>;
  /** The candidate keys under which each row is to be stored: those that are not full. */
  matchKeys: Map<number, string[]>;
  /** Under how many names the phone of a row was left within the period, its own counted in; absent for one. */
  names: Map<number, PhoneNames>;
  /** Leads from before this call whose phones it leaves under so many names that somebody plays with them. */
  played: Map<string, PhoneNames>;
  /** Names that repeats gave to phones of leads, to be kept with these. */
  otherNames: Map<string, Set<string>>;
}
