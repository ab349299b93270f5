import { randomUUID } from 'node:crypto';
import { type Cast } from './cast';
import { type Chance } from './random';
import { storyOf } from './stories';

/** Decides the disputes that wait for an adjudicator, each as its story ends: in full, in part, or against the buyer. */
export async function decideDisputes({ adjudicator }: Cast): Promise<void> {
  const { nodes } = await adjudicator.ask<{ nodes: { id: string; text: string; part: { claimed: number } | null }[] }>(
    'query { disputes(filter: { states: [REVIEW] }, sort: DUE_FIRST, first: 50) { nodes { id text part { claimed } } } }',
  );
  for (const { id, text, part } of nodes) {
    const { outcome, shareBps, clicks, note } = storyOf(text);
    const count = part && clicks?.back ? Math.max(1, Math.floor(part.claimed * clicks.back)) : null;
    const refund = count ? { refund: { count } } : shareBps === undefined ? {} : { refund: { shareBps } };
    await adjudicator.mutate('decideDispute', { disputeId: id, outcome, ...refund, note, clientKey: randomUUID() });
  }
}

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
