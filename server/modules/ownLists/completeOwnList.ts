import { type CompleteOwnListInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { recordAct } from '../../platform/audit';
import { after, now } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { ownListOf, takeTurn } from './findList';
import { type OwnListRow, OwnLists } from './model';
import { answersFrom, OWN_LIST } from './rules';

/**
 * Completes a list: from a midnight on it answers in place of the one before; one that was waiting is given up. A list
 * that is complete already is answered as it is.
 */
export async function completeOwnList(
  viewer: Viewer,
  { ownListId }: CompleteOwnListInput,
): Promise<{ ownList: OwnListRow }> {
  const { organisationId, personId } = viewer;
  return inTransaction(async () => {
    await takeTurn(organisationId);
    const list = await ownListOf(viewer, ownListId);
    if (list.state === 'COMPLETE') return { ownList: list };
    if (list.entryCount < OWN_LIST.leastEntries)
      throw invalidInput(
        `A list has at least ${OWN_LIST.leastEntries} different phones and e-mail addresses, so that no answer is about one known person.`,
        ['ownListId'],
      );
    const completedAt = now();
    if ((await changesLeft(organisationId, completedAt)) === 0)
      throw conflict(`At most ${OWN_LIST.mostChanges} lists are completed within 30 days. Nothing was changed.`);
    const from = answersFrom(completedAt);
    const waiting = { organisationId, state: 'COMPLETE' as const, answersFrom: { $gt: completedAt } };
    await OwnLists.updateMany(waiting, { $set: { state: 'GONE' } });
    const change = { state: 'COMPLETE' as const, completedAt, answersFrom: from };
    await OwnLists.updateOne({ _id: ownListId }, { $set: change });
    await recordAct({
      actor: personId,
      act: 'completeOwnList',
      subject: organisationId,
      after: { entryCount: list.entryCount, answersFrom: from },
    });
    return { ownList: { ...list, ...change } };
  });
}

/** How many lists a business may still complete at a moment; those that are gone count too. */
export async function changesLeft(organisationId: string, at: Date): Promise<number> {
  const since = after(at, -OWN_LIST.changesWithinMs);
  // A list is completed after it was begun, so the index by its beginning has nearly all that is needed.
  const made = await OwnLists.countDocuments({ organisationId, completedAt: { $gt: since } });
  return Math.max(0, OWN_LIST.mostChanges - made);
}
