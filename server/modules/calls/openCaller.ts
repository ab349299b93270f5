import { type OpenCallerInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { newId } from '../../platform/ids';
import { takeFrom } from '../../platform/limits';
import { openFields } from '../../platform/seal';
import { requireLiveSession } from '../accounts';
import { phoneAsWritten } from '../leads';
import { SEALED_IN } from './door/answerCall';
import { CallLooks } from './model';
import { mayOpenCaller } from './policy';
import { callSeenBy } from './readCalls';

const LOOKS_PER_HOUR = 300;

/** The number of a caller, to the business that paid for the call. The look is recorded first. Throws NotFound. */
export async function openCaller(viewer: Viewer, { callId }: OpenCallerInput) {
  await takeFrom('open-caller', viewer.personId, LOOKS_PER_HOUR, 3600);
  const call = await callSeenBy(viewer, callId);
  if (!call || !mayOpenCaller(viewer, call)) throw notFound('number of a caller that you paid for');
  await requireLiveSession(viewer);
  const { organisationId, personId } = viewer;
  await CallLooks.insertMany([
    { _id: newId('calllook'), callId, what: 'NUMBER', organisationId, personId, reason: 'own call', at: now() },
  ]);
  const { phone } = openFields(SEALED_IN, callId, call.sealed!);
  return { callId, phone: phone!, phoneText: phoneAsWritten(phone!) };
}
