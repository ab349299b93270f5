import { config } from '../../config';
import { spokenMoment } from '../../platform/clock';
import { purposeHash } from '../../platform/seal';
import { organisationsById } from '../accounts';
import { tellErased } from '../campaigns';
import { nicheTree } from '../catalog';
import { type HeldBeside, type ProvenPerson } from '../rights';
import { FORGOTTEN } from './forgetCallers';
import { type Call, type CallLook, CallLooks, type CallRow, Calls } from './model';

const MOST = 200;

/** Calls from a phone that was proven; an address calls nobody. */
const whereProven = (proven: ProvenPerson): object => ({
  caller: { $in: proven.filter(({ channel }) => channel === 'PHONE').map(({ value }) => purposeHash('caller', value)) },
});

/** What is held of people because they called a number of the market, for themselves. */
export const heldOfCallers: HeldBeside = {
  async held(proven) {
    const calls = await Calls.find(whereProven(proven)).sort({ startedAt: -1 }).limit(MOST).lean<CallRow[]>();
    const ids = calls.map(({ _id }) => _id);
    const looks = await CallLooks.find({ callId: { $in: ids } })
      .sort({ at: 1 })
      .lean<CallLook[]>();
    const names = await organisationsById([
      ...new Set(calls.flatMap(({ businessId, agencyId }) => [businessId, agencyId])),
    ]);
    return {
      calls: calls.map(({ _id, nicheId, businessId, agencyId, startedAt, seconds, recording }) => {
        const own = looks.filter(({ callId }) => callId === _id);
        const atNumber = own.filter(({ what }) => what === 'NUMBER');
        return {
          id: _id,
          nicheId,
          business: names.get(businessId)?.name ?? '',
          agency: names.get(agencyId)?.name ?? '',
          at: startedAt,
          seconds,
          hasRecording: recording.state === 'STORED' || recording.state === 'WAITING',
          looks: atNumber.length,
          lastLookAt: atNumber.at(-1)?.at ?? null,
          timesHeard: own.length - atNumber.length,
        };
      }),
    };
  },

  /**
   * The number is forgotten here and now, of a call that goes on with its judgement, and the recording is deleted by the job.
   * What was billed stays, and so does for which caller by a keyed hash: or whoever is erased could be billed again.
   */
  async erase(proven) {
    const calls = await Calls.find(whereProven(proven)).lean<CallRow[]>();
    const ids = calls.map(({ _id }) => _id);
    if (ids.length === 0) return { ids, businessIds: [] };
    const erased = { $set: { isErased: true }, $inc: { news: 1 } };
    await Calls.updateMany({ _id: { $in: ids }, verdict: 'PENDING' }, erased);
    await Calls.updateMany(
      { _id: { $in: ids }, verdict: { $ne: 'PENDING' } },
      { ...erased, $set: { ...erased.$set, ...FORGOTTEN } },
    );
    // Nobody else was ever shown the number.
    const paid = calls.filter(({ verdict, money }) => verdict === 'BILLED' && money !== 'REFUNDED');
    const businessIds = [...new Set(paid.map(({ businessId }) => businessId))];
    for (const id of businessIds) await tell(id, paid);
    return { ids, businessIds };
  },
};

type Told = Pick<Call, '_id' | 'businessId' | 'campaignId' | 'nicheId' | 'startedAt'>;

/** One letter to a business, with which calls it was. */
async function tell(businessId: string, calls: readonly Told[]): Promise<void> {
  const which = calls
    .filter((call) => call.businessId === businessId)
    .map(({ _id, nicheId, startedAt, campaignId }) => ({
      told: `It is the call about ${nicheTree().byId(nicheId)?.name ?? ''} of ${spokenMoment(startedAt)}:\n${config.publicUrl}/campaigns/${campaignId}?view=calls&call=${_id}`,
      ids: { campaignId, callId: _id },
    }));
  await tellErased(businessId, 'A person who called you by a number of this market had their data erased.', which);
}
