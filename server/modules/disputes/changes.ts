import { badUserInput } from '../../platform/errors';
import { type Viewer } from '../../graphql/viewer';
import { onChange } from '../../platform/changes';
import { publish, subscribeTo } from '../../platform/pubsub';
import { type DisputeRow } from './model';
import { readDispute } from './readDisputes';

const PLATFORM = 'disputes:platform';
const channelOf = (organisationId: string): string => `disputes:${organisationId}`;

const oneChannel = (disputeId: string): string => `dispute:${disputeId}`;

/** Tells this process's subscribers of every change of a dispute, whichever process made it. Answers with how to stop. */
export const followDisputes = (): (() => void) =>
  onChange<DisputeRow>('disputes', ({ document }) => {
    if (!document) return;
    const { _id, buyerId, agencyId } = document;
    for (const channel of [PLATFORM, channelOf(buyerId), channelOf(agencyId), oneChannel(_id)])
      publish(channel, document);
  });

/** The disputes that the viewer is a side of, after each of their steps; only one of them when an id is given. */
export async function disputeChanges(viewer: Viewer, disputeId: string | null): Promise<AsyncIterable<DisputeRow>> {
  if (disputeId !== null) {
    if (!(await readDispute(viewer, disputeId))) throw badUserInput('There is no such dispute.');
    return subscribeTo(oneChannel(disputeId));
  }
  return subscribeTo(viewer.organisationKind === 'PLATFORM' ? PLATFORM : channelOf(viewer.organisationId));
}
