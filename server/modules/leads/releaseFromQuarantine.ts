import { type ReleaseFromQuarantineInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { requireReason } from '../../platform/reasons';
import { type Lead } from './model';
import { moveLead } from './moveLead';
import { mayModerate } from './policy';

/** A moderator finds a quarantined lead sound: it is accepted and may be listed. Its signals stay. */
export async function releaseFromQuarantine(
  viewer: Viewer,
  { leadId, reason }: ReleaseFromQuarantineInput,
): Promise<{ lead: Lead }> {
  const move = { leadId, act: 'releaseFromQuarantine', reason: requireReason(reason) } as const;
  return { lead: await moveLead(viewer, move, () => mayModerate(viewer)) };
}
