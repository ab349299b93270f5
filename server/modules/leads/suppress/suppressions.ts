import mongoose from '../../../platform/mongoose';
import { now } from '../../../platform/clock';
import { type CollectionSpec, type Migration } from '../../../platform/manifest';
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

/** One reason, which stands to its own end whatever is said after it. */
interface Reason {
  because: SuppressedBecause;
  at: Date;
  /** Null: for good. */
  until: Date | null;
}

interface Suppression {
  /** A keyed hash that no other collection has: nothing else can be found by it. */
  _id: string;
  reasons: Reason[];
  /** When the last of them is over; null: never. */
  until: Date | null;
}

const Suppressions = mongoose.model(
  'Suppression',
  new mongoose.Schema<Suppression>(
    { _id: String, reasons: [mongoose.Schema.Types.Mixed], until: Date },
    { collection: 'suppressions', versionKey: false },
  ),
);

export const suppressionCollection: CollectionSpec = {
  name: 'suppressions',
  validator: {
    $jsonSchema: {
      bsonType: 'object',
      required: ['reasons', 'until'],
      properties: {
        reasons: {
          bsonType: 'array',
          items: {
            bsonType: 'object',
            required: ['because', 'at', 'until'],
            properties: { because: { enum: [...BECAUSE] }, until: { bsonType: ['date', 'null'] } },
          },
        },
        until: { bsonType: ['date', 'null'] },
      },
    },
  },
  // What is over is forgotten; that of an erasure has no end.
  indexes: [{ key: { until: 1 }, expireAfterSeconds: 0 }],
};

type Hashes = Pick<ContactHashes, 'phoneHash' | 'emailHash'>;

const suppressedId = (hash: string): string => keyedHash('suppressed', hash);

/**
 * Keeps a phone or an address, by its hash, out of new requests, or has them looked at, by what was said at that time. What
 * was said before stands to its own end beside it and is never shortened; but whoever takes a consent back has answered
 * there, so what came with it is doubted no more.
 */
export async function suppress(
  hash: string,
  because: SuppressedBecause,
  until: Date | null,
  at: Date = now(),
): Promise<void> {
  const _id = suppressedId(hash);
  const kept = await standing(_id);
  const same = kept.filter((one) => one.because === because);
  const end = latest([until, ...same.map((one) => one.until)]);
  const since = new Date(Math.max(at.getTime(), ...same.map((one) => one.at.getTime())));
  const isAnswered = (one: Reason): boolean => because === 'WITHDRAWN' && isBeside(one) && one.at <= at;
  const others = kept.filter((one) => one.because !== because && !isAnswered(one));
  await keep(_id, [...others, { because, at: since, until: end }]);
}

/** Whoever has a phone or an address answered there that a request is theirs: what came with it is doubted no more. */
export async function trustAgain(hash: string): Promise<void> {
  const _id = suppressedId(hash);
  const kept = await standing(_id);
  if (kept.some(isBeside))
    await keep(
      _id,
      kept.filter((one) => !isBeside(one)),
    );
}

const standing = async (_id: string): Promise<Reason[]> =>
  ((await Suppressions.findById(_id).lean<Suppression>())?.reasons ?? []).filter(isStanding);

async function keep(_id: string, reasons: Reason[]): Promise<void> {
  if (reasons.length === 0) return void (await Suppressions.deleteOne({ _id }));
  const until = latest(reasons.map((one) => one.until));
  await Suppressions.updateOne({ _id }, { $set: { reasons, until } }, { upsert: true });
}

const isStanding = ({ until }: Reason): boolean => until === null || until > now();

/** The last of some ends; null where one of them is never. */
const latest = (ends: readonly (Date | null)[]): Date | null =>
  ends.reduce((last, end) => (last === null || end === null ? null : end > last ? end : last));

const isBeside = ({ because }: Reason): boolean => because === 'BESIDE_DENIED' || because === 'BESIDE_WITHDRAWN';

const keepsOut = ({ because }: Reason): boolean => because === 'DENIED' || because === 'ERASED';

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
  const rows = await Suppressions.find({
    _id: { $in: wanted },
    $or: [{ until: null }, { until: { $gt: now() } }],
  }).lean<Suppression[]>();
  const found = new Map(rows.map(({ _id, reasons }) => [_id, reasons.filter(isStanding)]));
  return new Map(
    ids.flatMap((own, place) => {
      const of = PROOF_CHANNELS.flatMap((channel) =>
        (found.get(own[channel] ?? '') ?? []).map((reason) => ({ channel, ...reason })),
      );
      if (of.length === 0) return [];
      const besideDenied = of.filter(({ because }) => because === 'BESIDE_DENIED').map(({ channel }) => channel);
      const withdrawn = of.filter(({ because }) => because === 'WITHDRAWN').map(({ at }) => at.getTime());
      const withdrawnAt = withdrawn.length === 0 ? null : new Date(Math.max(...withdrawn));
      const isBesideWithdrawn = of.some(({ because }) => because === 'BESIDE_WITHDRAWN');
      return [[place, { isKeptOut: of.some(keepsOut), withdrawnAt, besideDenied, isBesideWithdrawn }] as const];
    }),
  );
}

/** Earlier rows had one reason, each a row's own. */
export const reasonsOfSuppressions: Migration = {
  name: '0094-suppressions-keep-each-reason',
  async up() {
    type Former = Reason & { _id: string };
    const former = Suppressions.collection.find<Former>({ reasons: { $exists: false } } as object);
    for await (const { _id, because, at, until } of former) {
      await Suppressions.updateOne(
        { _id },
        { $set: { reasons: [{ because, at, until }] }, $unset: { because: 1, at: 1 } },
        { strict: false },
      );
    }
  },
};
