import { after, DAY } from '../../../platform/clock';
import { emit } from '../../../platform/outbox';
import { inTransaction } from '../../../platform/transaction';
import { agencyIds } from '../../accounts';
import { isOfRobots, SIGNAL_CODES } from '../checks/signals';
import { Leads } from '../model';
import { type LeadState, QUARANTINE_FROM } from '../rules';
import { type AgencyDayRow, AgencyDays, AgencyTold, type AgencyToldRow } from './model';

/** The days that an agency's record speaks of. */
const RECORD_DAYS = 90;
/** Days that are counted anew in each run: moderators decide, and people confirm, within this time. */
const COUNTED_ANEW_DAYS = 14;

type Counts = Pick<AgencyDayRow, 'judged' | 'accepted' | 'verified'>;

/**
 * Counts how the leads of each agency fared, day by day, from its newest leads by their index; the sums of 90 days are told
 * when they changed. Answers with how many agencies that was.
 */
export async function countAgencyDays(now: Date): Promise<number> {
  let told = 0;
  for (const agencyId of await agencyIds()) {
    await countDays(agencyId, now);
    if (await tellIfChanged(agencyId, now)) told++;
  }
  return told;
}

const dayOf = (at: Date): Date => new Date(Math.floor(at.getTime() / DAY) * DAY);

/** What the findings of robots weigh together, as `looksLikeProgram` sums them. */
const WEIGHT_OF_ROBOTS = {
  $reduce: {
    input: '$signals',
    initialValue: 0,
    in: {
      $add: ['$$value', { $cond: [{ $in: ['$$this.code', SIGNAL_CODES.filter(isOfRobots)] }, '$$this.weight', 0] }],
    },
  },
};

/**
 * Refused, and yet not the agency's doing: a program at a form that the market hosts, where anybody can send one (not what a
 * dispute found, which was sold); or somebody who is a lead already, as an exact repeat is.
 */
const IS_REFUSED_FOR_OTHERS = {
  $and: [
    { $eq: ['$state', 'REJECTED'] },
    {
      $or: [
        { $eq: ['$likeness.isSamePerson', true] },
        {
          $and: [
            { $gt: ['$source.formId', null] },
            { $gte: [WEIGHT_OF_ROBOTS, QUARANTINE_FROM] },
            { $ne: ['$verdict.by', 'DISPUTE'] },
          ],
        },
      ],
    },
  ],
};

/** Taken back by its agency, and not by its person: nobody found it good or bad. */
const IS_TAKEN_BACK = {
  $and: [{ $eq: ['$state', 'WITHDRAWN'] }, { $eq: [{ $ifNull: ['$wordsOfPerson', null] }, null] }],
};

const IS_COUNTED = { $not: [{ $or: [IS_REFUSED_FOR_OTHERS, IS_TAKEN_BACK] }] };

async function countDays(agencyId: string, now: Date): Promise<void> {
  const isKnown = (await AgencyDays.exists({ agencyId })) !== null;
  const since = dayOf(after(now, -(isKnown ? COUNTED_ANEW_DAYS : RECORD_DAYS) * DAY));
  // What waits for a moderator is neither accepted nor refused.
  const decided: LeadState[] = ['ACCEPTED', 'WITHDRAWN', 'REJECTED'];
  const one = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
  const isAccepted = { $and: [IS_COUNTED, { $ne: ['$state', 'REJECTED'] }] };
  const days = await Leads.aggregate<Counts & { _id: string }>([
    { $match: { agencyId, submittedAt: { $gte: since }, state: { $in: decided } } },
    {
      $group: {
        _id: { $dateToString: { format: '%Y-%m-%d', date: '$submittedAt' } },
        judged: one(IS_COUNTED),
        accepted: one(isAccepted),
        verified: one({ $and: [isAccepted, '$isVerified'] }),
      },
    },
  ]);
  if (days.length === 0) return;
  await AgencyDays.bulkWrite(
    days.map(({ _id, judged, accepted, verified }) => ({
      updateOne: {
        filter: { _id: `${agencyId}:${_id}` },
        update: { $set: { agencyId, day: new Date(`${_id}T00:00:00Z`), judged, accepted, verified } },
        upsert: true,
      },
    })),
  );
}

async function tellIfChanged(agencyId: string, now: Date): Promise<boolean> {
  const since = dayOf(after(now, -RECORD_DAYS * DAY));
  const days = await AgencyDays.find({ agencyId, day: { $gte: since } }).lean<AgencyDayRow[]>();
  const sum = (field: keyof Counts): number => days.reduce((total, day) => total + day[field], 0);
  const counts = { judged: sum('judged'), accepted: sum('accepted'), verified: sum('verified') };
  const before = await AgencyTold.findById(agencyId).lean<AgencyToldRow>();
  const isSame = (['judged', 'accepted', 'verified'] as const).every(
    (field) => (before?.[field] ?? 0) === counts[field],
  );
  if (isSame) return false;
  await inTransaction(async () => {
    await AgencyTold.updateOne({ _id: agencyId }, { $set: counts }, { upsert: true });
    await emit('agency.counted', agencyId, { agencyId, ...counts });
  });
  return true;
}
