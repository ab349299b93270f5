import { conflict, notFound } from '../../../platform/errors';
import { NOBODY_TALKED, type Verdict } from '../judge/verdicts';
import { type Call, type CallConversion, callFrom, type CallRow, Calls } from '../model';

/** What is said of a call; a kind that nobody named is `conversion`. */
type Told = Omit<CallConversion, 'kind'> & { kind: string | null };

const WITHOUT_NAME = 'conversion';

/** Of a call that failed, whether it did before or after the business answered. */
const TALKED: object[] = [{ verdict: { $ne: 'FAILED' } }, { answeredAt: { $ne: null } }];

interface NotedOfCall {
  call: Call;
  conversion: CallConversion;
  isRepeat: boolean;
}

/** A call that came to a business; null for any other. */
export async function callOfBusiness(callId: string, businessId: string): Promise<Call | null> {
  const row = await Calls.findOne({ _id: callId, businessId }).readConcern('local').lean<CallRow>();
  return row && callFrom(row);
}

/**
 * Notes once that a call to a business became what it hoped for. No money moves. The same again changes nothing; what somebody
 * pressed yields to the first word of the server, as with clicks. Throws NotFound for a call of another business, Conflict for
 * another kind of the same call, and for a call in which nobody talked.
 */
export async function noteCallConversion(callId: string, businessId: string, said: Told): Promise<NotedOfCall> {
  const told = { ...said, kind: said.kind ?? WITHOUT_NAME };
  const free: object[] = [
    { conversion: null },
    ...(said.saidBy === 'SERVER' ? [{ 'conversion.saidBy': 'PERSON' }] : []),
  ];
  // Told at once by two, the first is noted: the guard is in the update.
  const { matchedCount } = await Calls.updateOne(
    { _id: callId, businessId, verdict: { $nin: [...NOBODY_TALKED] }, $and: [{ $or: TALKED }, { $or: free }] },
    { $set: { conversion: told } },
  );
  const call = await requireOwn(callId, businessId);
  if (matchedCount === 0 && !call.conversion && isSilent(call))
    throw conflict('Nobody talked in this call, so it cannot have converted; nothing was noted.');
  // Taken back by another at this very moment: it was noted all the same.
  const conversion = call.conversion ?? told;
  if (matchedCount === 0 && conversion.kind !== told.kind)
    throw conflict(`This call was noted as "${conversion.kind}". The first stands; nothing was noted.`);
  return { call, conversion, isRepeat: matchedCount === 0 };
}

/** Takes back what was noted of a call by mistake. Answers with the call as it is then. Throws NotFound. */
export async function forgetCallConversion(callId: string, businessId: string): Promise<Call> {
  await Calls.updateOne({ _id: callId, businessId }, { $set: { conversion: null } });
  return requireOwn(callId, businessId);
}

async function requireOwn(callId: string, businessId: string): Promise<Call> {
  const call = await callOfBusiness(callId, businessId);
  if (!call) throw notFound('call to your business');
  return call;
}

const isSilent = ({ verdict, answeredAt }: Call): boolean =>
  NOBODY_TALKED.includes(verdict as Verdict) || (verdict === 'FAILED' && answeredAt === null);
