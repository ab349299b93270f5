import { type ReleaseFromQuarantineInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { requireReason } from '../../platform/reasons';
import { inTransaction } from '../../platform/transaction';
import { keepApart } from './decideLikeness';
import { queueWithheld } from './forms/askPerson';
import { type Lead } from './model';
import { moveLead } from './moveLead';
import { mayModerate } from './policy';

/**
 * A moderator finds a quarantined lead sound: it is accepted and may be listed. Its signals stay. Where it was like
 * another lead, that they are two people is decided with it. A question that waited for the release goes out.
 */
export async function releaseFromQuarantine(
  viewer: Viewer,
  { leadId, reason }: ReleaseFromQuarantineInput,
): Promise<{ lead: Lead }> {
  const move = { leadId, act: 'releaseFromQuarantine', reason: requireReason(reason) } as const;
  const lead = await inTransaction(async () => {
    const lead = await moveLead(viewer, move, () => mayModerate(viewer));
    if (lead.likeness?.isSamePerson === null) await keepApart(lead, lead.likeness);
    await queueWithheld(lead);
    return lead;
  });
  return { lead };
}
