import {
  channelOf,
  contactKindOf,
  gradeOf,
  isExclusiveOf,
  isVerifiedOf,
  modelOf,
  packProven,
  packSource,
  packTraits,
  type ProofChannel,
  provenOf,
} from './codes';
import { temperatureOf, type Source, type Traits } from './codes';
import { Dictionary } from './dictionary';

/** One listing as the board knows it: flat, public, without personal data. Times are milliseconds, prices minor units. */
export interface BoardRow extends Traits, Source {
  id: string;
  agencyId: string;
  nicheId: string;
  regionId: string;
  /** On which channels the persons have answered. */
  provenChannels: readonly ProofChannel[];
  /** Record of the agency, 0 to 1000. */
  quality: number;
  priceMinor: number;
  /** How many leads are sold together: 1 for a single lead, more for a lot. */
  leadCount: number;
  maxSales: number;
  sold: number;
  listedAt: number;
  endsAt: number;
}

const FIRST_CAPACITY = 1024;

/**
 * The rows as typed arrays. A slot's filtered and sorted facts never change once written: a changed row is a new slot
 * and the old one dies (only `sold` changes in place). So an order or a list of matches made earlier stays right for
 * the slots it knew, and what came later is exactly the slots behind it.
 */
export class Columns {
  length = 0;
  niche = new Uint16Array(FIRST_CAPACITY);
  region = new Uint16Array(FIRST_CAPACITY);
  agency = new Uint32Array(FIRST_CAPACITY);
  traits = new Uint8Array(FIRST_CAPACITY);
  source = new Uint8Array(FIRST_CAPACITY);
  proven = new Uint8Array(FIRST_CAPACITY);
  isAlive = new Uint8Array(FIRST_CAPACITY);
  maxSales = new Uint8Array(FIRST_CAPACITY);
  sold = new Uint8Array(FIRST_CAPACITY);
  leadCount = new Uint16Array(FIRST_CAPACITY);
  quality = new Uint16Array(FIRST_CAPACITY);
  idHash = new Uint32Array(FIRST_CAPACITY);
  price = new Float64Array(FIRST_CAPACITY);
  listedAt = new Float64Array(FIRST_CAPACITY);
  endsAt = new Float64Array(FIRST_CAPACITY);
  readonly ids: string[] = [];

  readonly niches = new Dictionary(0xffff);
  readonly regions = new Dictionary(0xffff);
  readonly agencies = new Dictionary(0xffffffff);

  /** Writes the row into a new slot and returns its number. */
  append(row: BoardRow): number {
    if (this.length === this.isAlive.length) this.grow();
    const slot = this.length++;
    this.niche[slot] = this.niches.numberOf(row.nicheId);
    this.region[slot] = this.regions.numberOf(row.regionId);
    this.agency[slot] = this.agencies.numberOf(row.agencyId);
    this.traits[slot] = packTraits(row);
    this.source[slot] = packSource(row);
    this.proven[slot] = packProven(row.provenChannels);
    this.isAlive[slot] = 1;
    this.maxSales[slot] = row.maxSales;
    this.sold[slot] = row.sold;
    this.leadCount[slot] = row.leadCount;
    this.quality[slot] = row.quality;
    this.idHash[slot] = hashOf(row.id);
    this.price[slot] = row.priceMinor;
    this.listedAt[slot] = row.listedAt;
    this.endsAt[slot] = row.endsAt;
    this.ids[slot] = row.id;
    return slot;
  }

  /** Whether the row differs from the slot in anything but `sold`. */
  isChanged(slot: number, row: BoardRow): boolean {
    return (
      this.traits[slot] !== packTraits(row) ||
      this.source[slot] !== packSource(row) ||
      this.proven[slot] !== packProven(row.provenChannels) ||
      this.price[slot] !== row.priceMinor ||
      this.quality[slot] !== row.quality ||
      this.listedAt[slot] !== row.listedAt ||
      this.endsAt[slot] !== row.endsAt ||
      this.maxSales[slot] !== row.maxSales ||
      this.leadCount[slot] !== row.leadCount ||
      this.niche[slot] !== this.niches.find(row.nicheId) ||
      this.region[slot] !== this.regions.find(row.regionId) ||
      this.agency[slot] !== this.agencies.find(row.agencyId)
    );
  }

  read(slot: number): BoardRow {
    const traits = this.traits[slot]!;
    const source = this.source[slot]!;
    return {
      id: this.idOf(slot),
      agencyId: this.agencies.textOf(this.agency[slot]!),
      nicheId: this.niches.textOf(this.niche[slot]!),
      regionId: this.regions.textOf(this.region[slot]!),
      model: modelOf(traits),
      temperature: temperatureOf(traits),
      contactKind: contactKindOf(traits),
      isVerified: isVerifiedOf(traits),
      isExclusive: isExclusiveOf(traits),
      channel: channelOf(source),
      grade: gradeOf(source),
      provenChannels: provenOf(this.proven[slot]!),
      quality: this.quality[slot]!,
      priceMinor: this.price[slot]!,
      leadCount: this.leadCount[slot]!,
      maxSales: this.maxSales[slot]!,
      sold: this.sold[slot]!,
      listedAt: this.listedAt[slot]!,
      endsAt: this.endsAt[slot]!,
    };
  }

  idOf(slot: number): string {
    const id = this.ids[slot];
    if (id === undefined) throw new Error(`the board has no slot ${slot}`);
    return id;
  }

  /** Moves the living slots together in their old sequence, and returns the new number of each old slot. */
  compact(): Uint32Array {
    const moved = new Uint32Array(this.length);
    let next = 0;
    for (let slot = 0; slot < this.length; slot++) {
      if (this.isAlive[slot] === 0) continue;
      moved[slot] = next;
      if (next !== slot) this.copySlot(slot, next);
      next++;
    }
    this.isAlive.fill(0, next, this.length);
    this.ids.length = next;
    this.length = next;
    return moved;
  }

  private copySlot(from: number, to: number): void {
    for (const column of this.numeric()) column[to] = column[from]!;
    this.ids[to] = this.idOf(from);
  }

  private numeric() {
    return [
      this.niche,
      this.region,
      this.agency,
      this.traits,
      this.source,
      this.proven,
      this.isAlive,
      this.maxSales,
      this.sold,
      this.leadCount,
      this.quality,
      this.idHash,
      this.price,
      this.listedAt,
      this.endsAt,
    ];
  }

  private grow(): void {
    const capacity = Math.ceil(this.isAlive.length * 1.5);
    this.niche = enlarged(this.niche, new Uint16Array(capacity));
    this.region = enlarged(this.region, new Uint16Array(capacity));
    this.agency = enlarged(this.agency, new Uint32Array(capacity));
    this.traits = enlarged(this.traits, new Uint8Array(capacity));
    this.source = enlarged(this.source, new Uint8Array(capacity));
    this.proven = enlarged(this.proven, new Uint8Array(capacity));
    this.isAlive = enlarged(this.isAlive, new Uint8Array(capacity));
    this.maxSales = enlarged(this.maxSales, new Uint8Array(capacity));
    this.sold = enlarged(this.sold, new Uint8Array(capacity));
    this.leadCount = enlarged(this.leadCount, new Uint16Array(capacity));
    this.quality = enlarged(this.quality, new Uint16Array(capacity));
    this.idHash = enlarged(this.idHash, new Uint32Array(capacity));
    this.price = enlarged(this.price, new Float64Array(capacity));
    this.listedAt = enlarged(this.listedAt, new Float64Array(capacity));
    this.endsAt = enlarged(this.endsAt, new Float64Array(capacity));
  }
}

function enlarged<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** FNV-1a over the id: orders rows of equal sort key the same way in every process, cheaper than comparing texts. */
export function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
