import { contactKeys, likenessKeys } from '../../server/modules/leads/alike/likenessKeys';
import { personOf } from '../../server/modules/leads/alike/personOf';
import { type PersonRow } from '../../server/modules/leads/accept/knownPeople';
import { type Contact } from '../../server/modules/leads/judgeRow';
import { FULL_FROM } from '../../server/modules/leads/matching/keyIndex';
import { LeadContacts, type LeadContactRow } from '../../server/modules/leads/model';
import { consentRecord, hashIdentity, sealContact } from '../../server/modules/leads/vault/sealContact';
import { after, DAY, now } from '../../server/platform/clock';
import { Chance } from '../demoData/random';
import { somebody } from './people';

export const AGENCY = 'org_lookup';
const ROWS = 1000;
/** Leads of the last 80 days: all of them count as known. */
const DAYS = 80;

/** A market of made-up people, filled as intake fills it: what is looked through when a lead comes, and nothing else. */
export class CrowdedMarket {
  size = 0;
  private readonly room = new KeyRoom();
  /** Of its own: looks between the steps of growth leave the people that come as they are. */
  private readonly looks = new Chance(3);

  constructor(private readonly chance: Chance) {}

  async growTo(size: number, tell: (leads: number) => void): Promise<void> {
    let stored: Promise<unknown> = Promise.resolve();
    while (this.size < size) {
      // The next rows are made while the database stores these.
      const rows = Array.from({ length: Math.min(ROWS, size - this.size) }, () => this.newContact());
      await stored;
      stored = LeadContacts.collection.insertMany(rows as never, { ordered: false });
      tell(this.size);
    }
    await stored;
  }

  /** A lead of the market by chance. */
  someLeadId = (): string => idOf(this.looks.whole(0, this.size - 1));

  private newContact(): LeadContactRow {
    const contact = somebody(this.chance);
    const leadId = idOf(this.size++);
    const at = after(now(), -(this.size % DAYS) * DAY);
    const { hashes, likeness } = rowOf(0, contact);
    const consent = { text: 'I agree to be called.', page: null, at, ip: null, method: 'PAPER_FORM' as const };
    return {
      _id: leadId,
      agencyId: AGENCY,
      at,
      isStanding: true,
      ...hashes,
      ...likeness,
      matchKeys: [...likeness.matchKeys.filter((key) => this.room.take(key)), ...contactKeys(hashes)],
      sealed: sealContact(leadId, contact, consent),
      consent: consentRecord(consent, { leadId, agencyId: AGENCY }),
    };
  }
}

const idOf = (place: number): string => `lead_${String(place).padStart(12, '0')}`;

/** A contact as a row of which is asked whether the market knows it. */
export function rowOf(row: number, contact: Contact): PersonRow {
  const person = personOf(contact);
  const { phone, email } = contact;
  return {
    row,
    leadId: `lead_new${row}`,
    hashes: hashIdentity({ phone, email }),
    person,
    likeness: likenessKeys(person),
    isNonsense: false,
  };
}

/**
 * Which keys are full, as intake learns it from the database: counted here in buckets, since millions of keys would not
 * fit in memory. Two keys in one bucket are full a little early.
 */
class KeyRoom {
  private readonly counts = new Uint8Array(2 ** 28);

  take(key: string): boolean {
    const bucket = Buffer.from(key, 'base64url').readUInt32BE(0) % this.counts.length;
    if (this.counts[bucket]! >= FULL_FROM) return false;
    this.counts[bucket]!++;
    return true;
  }
}
