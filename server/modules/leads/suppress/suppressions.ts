import mongoose from '../../../platform/mongoose';
import { now } from '../../../platform/clock';
import { type CollectionSpec } from '../../../platform/manifest';
import { keyedHash } from '../../../platform/seal';
import { known } from '../known';
import { PROOF_CHANNELS, type ProofChannel } from '../rules';
import { type ContactHashes } from '../vault/sealContact';

/**
 * Why a phone or an address is kept out of new requests. WITHDRAWN keeps out those of an earlier consent: who asks again
 * later wants it anew. BESIDE_DENIED and BESIDE_WITHDRAWN keep none out: they stood beside the channel by which a person said
 * that it was not them, or took a consent back, so new requests with them are looked at.
 */
const BECAUSE = ['DENIED', 'ERASED', 'WITHDRAWN', 'BESIDE_DENIED', 'BESIDE_WITHDRAWN'] as const;
export type SuppressedBecause = (typeof BECAUSE)[number];

interface Suppression {
  /** A keyed hash that no other collection has: nothing else can be found by it. */
  _id: string;
  because: SuppressedBecause;
  at: Date;
  /** Null: for good. */
  until: Date | null;
}

const Suppressions = mongoose.model(
  'Suppression',
  new mongoose.Schema<Suppression>(
    { _id: String, because: String, at: Date, until: Date },
    { collection: 'suppressions', versionKey: false },
  ),
);

export const suppressionCollection: CollectionSpec = {
  name: 'suppressions',
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: ['because', 'at', 'until'],
      properties: { because: { enum: [...BECAUSE] }, until: { bsonType: ['date', 'null'] } },
    },
  },
  // What is over is forgotten; that of an erasure has no end.
  indexes: [{ key: { until: 1 }, expireAfterSeconds: 0 }],
};

type Hashes = Pick<ContactHashes, 'phoneHash' | 'emailHash'>;

const suppressedId = (hash: string): string => keyedHash('suppressed', hash);

/**
 * Keeps a phone or an address, by its hash, out of new requests. A suppression for good is never shortened, and what is
 * kept out is not let in as what is only looked at.
 */
export async function suppress(hash: string, because: SuppressedBecause, until: Date | null): Promise<void> {
  const _id = suppressedId(hash);
  const kept = await Suppressions.findById(_id).lean<Suppression>();
  if (kept && outlasts(kept, because, until)) return;
  await Suppressions.updateOne({ _id }, { $set: { because, at: now(), until } }, { upsert: true });
}

/** Whoever has a phone or an address answered there that a request is theirs: what came with it is doubted no more. */
export async function trustAgain(hash: string): Promise<void> {
  await Suppressions.deleteOne({ _id: suppressedId(hash), because: { $in: ['BESIDE_DENIED', 'BESIDE_WITHDRAWN'] } });
}

function outlasts(kept: Suppression, because: SuppressedBecause, until: Date | null): boolean {
  if (kept.until !== null && kept.until <= now()) return false;
  if (RANK[kept.because] !== RANK[because]) return RANK[kept.because] > RANK[because];
  return kept.until === null || (until !== null && kept.until >= until);
}

/** What says more stands for what says less. */
const RANK = { BESIDE_WITHDRAWN: 0, BESIDE_DENIED: 0, WITHDRAWN: 1, DENIED: 2, ERASED: 2 } as const satisfies Record<
  SuppressedBecause,
  number
>;

const keepsOut = ({ because }: Pick<Suppression, 'because'>): boolean => RANK[because] === RANK.ERASED;

/** What is known of the channels of somebody who asked not to be contacted, or may be. */
export interface Suppressed {
  isKeptOut: boolean;
  /** When their person took a consent back last; null where none was. */
  withdrawnAt: Date | null;
  /** What stood beside the channel by which somebody said that it was not them. */
  besideDenied: ProofChannel[];
  /** Whether some of it stood beside the channel by which somebody took a consent back. */
  isBesideWithdrawn: boolean;
}

/** Which of these people asked not to be contacted, or may have, by their place in the list. One command. */
export async function suppressedAmong(people: readonly Hashes[]): Promise<Map<number, Suppressed>> {
  const ids = people.map(({ phoneHash, emailHash }) => ({
    PHONE: phoneHash === null ? null : suppressedId(phoneHash),
    EMAIL: emailHash === null ? null : suppressedId(emailHash),
  }));
  const wanted = [...new Set(known(ids.flatMap(({ PHONE, EMAIL }) => [PHONE, EMAIL])))];
  if (wanted.length === 0) return new Map();
  const rows = await Suppressions.find(
    { _id: { $in: wanted }, $or: [{ until: null }, { until: { $gt: now() } }] },
    { _id: 1, because: 1, at: 1 },
  ).lean<Pick<Suppression, '_id' | 'because' | 'at'>[]>();
  const found = new Map(rows.map((row) => [row._id, row]));
  return new Map(
    ids.flatMap((own, place) => {
      const of = PROOF_CHANNELS.flatMap((channel) => {
        const row = own[channel] === null ? undefined : found.get(own[channel]);
        return row ? [{ channel, ...row }] : [];
      });
      if (of.length === 0) return [];
      const besideDenied = of.filter(({ because }) => because === 'BESIDE_DENIED').map(({ channel }) => channel);
      const withdrawn = of.filter(({ because }) => because === 'WITHDRAWN').map(({ at }) => at.getTime());
      const withdrawnAt = withdrawn.length === 0 ? null : new Date(Math.max(...withdrawn));
      const isBesideWithdrawn = of.some(({ because }) => because === 'BESIDE_WITHDRAWN');
      return [[place, { isKeptOut: of.some(keepsOut), withdrawnAt, besideDenied, isBesideWithdrawn }] as const];
    }),
  );
}
