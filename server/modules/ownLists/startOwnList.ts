import { type StartOwnListInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { onceTold } from '../../platform/idempotency';
import { newId } from '../../platform/ids';
import { takeFrom } from '../../platform/limits';
import { ownListOf, takeTurn } from './findList';
import { type OwnListRow, OwnLists } from './model';

const STARTS_A_DAY = 20;

/** Begins a list of the viewer's business. One that was not completed is given up; what is in force stays so. */
export async function startOwnList(viewer: Viewer, { clientKey }: StartOwnListInput): Promise<{ ownList: OwnListRow }> {
  const { organisationId } = viewer;
  const request = { actor: organisationId, operation: 'startOwnList', key: clientKey, input: {} };
  const { result } = await onceTold(
    request,
    () => begin(viewer),
    () => takeFrom('start-own-list', organisationId, STARTS_A_DAY, 86_400),
  );
  return { ownList: await ownListOf(viewer, result) };
}

async function begin({ organisationId, personId }: Viewer): Promise<string> {
  await takeTurn(organisationId);
  await OwnLists.updateMany({ organisationId, state: 'UPLOADING' }, { $set: { state: 'GONE' } });
  const row: OwnListRow = {
    _id: newId('ownlist'),
    organisationId,
    uploadedBy: personId,
    state: 'UPLOADING',
    entryCount: 0,
    startedAt: now(),
    completedAt: null,
    answersFrom: null,
    isCleared: false,
  };
  await OwnLists.insertMany([row]);
  return row._id;
}
