import { randomUUID } from 'node:crypto';
import { type Cast } from './cast';
import { type Chance } from './random';

/** Decides most of the disputes that wait for an adjudicator: in full, in part, or against the buyer. */
export async function decideDisputes({ adjudicator }: Cast, chance: Chance): Promise<void> {
  const { nodes } = await adjudicator.ask<{ nodes: { id: string; reason: string }[] }>(
    'query { disputes(filter: { states: [REVIEW] }, sort: DUE_FIRST, first: 50) { nodes { id reason } } }',
  );
  for (const { id, reason } of nodes) {
    if (chance.happens(0.4)) continue;
    const outcome = chance.happens(0.5) ? 'ACCEPTED' : 'REJECTED';
    const isPart = outcome === 'ACCEPTED' && reason === 'NOT_AS_LISTED';
    await adjudicator.mutate('decideDispute', {
      disputeId: id,
      outcome,
      ...(isPart ? { refund: { shareBps: chance.pick([3000, 5000]) } } : {}),
      note: NOTES[isPart ? 'PART' : outcome],
      clientKey: randomUUID(),
    });
  }
}

const NOTES = {
  ACCEPTED: 'The evidence stored with the lead supports the claim.',
  REJECTED: 'The agency showed that the person asked and could be reached.',
  PART: 'A real person who asked, but for less than was listed: part of the price goes back.',
};

/** Looks at leads in quarantine: some are sound, some are none, the rest goes on waiting. */
export async function lookAtQuarantine({ moderator }: Cast, chance: Chance): Promise<void> {
  const { nodes } = await moderator.ask<{ nodes: { id: string }[] }>(
    'query { quarantine(first: 20) { nodes { id } } }',
  );
  for (const { id } of nodes) {
    if (chance.happens(0.8)) continue;
    if (chance.happens(0.3)) {
      await moderator.mutate('releaseFromQuarantine', {
        leadId: id,
        reason: 'A real name; the agency sent the form log.',
      });
    } else await moderator.mutate('rejectLead', { leadId: id, reason: 'The name is no name of a person.' });
  }
}
