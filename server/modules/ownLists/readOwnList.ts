import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { changesLeft } from './completeOwnList';
import { listInForce } from './findList';
import { type OwnListRow, OwnLists, type OwnListTurnRow, OwnListTurns } from './model';
import { dayOf, OWN_LIST } from './rules';

/** How a business's own lists stand. */
export async function readOwnList({ organisationId }: Viewer) {
  const at = now();
  const next = await OwnLists.findOne({
    organisationId,
    $or: [{ state: 'UPLOADING' }, { state: 'COMPLETE', answersFrom: { $gt: at } }],
  })
    .sort({ startedAt: -1 })
    .lean<OwnListRow>();
  const turn = await OwnListTurns.findById(organisationId).lean<OwnListTurnRow>();
  return {
    organisationId,
    inForce: await listInForce(organisationId, at),
    next,
    leastEntries: OWN_LIST.leastEntries,
    mostEntries: OWN_LIST.mostEntries,
    hashesAtOnce: OWN_LIST.hashesAtOnce,
    changesLeft: await changesLeft(organisationId, at),
    askedToday: turn?.day === dayOf(at) ? turn.asked : 0,
  };
}

export type OwnListStanding = Awaited<ReturnType<typeof readOwnList>>;
