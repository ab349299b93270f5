import type { ProofMethod } from '../../client/src/generated/desk';
import admin from '../../client/src/locales/en/admin.json';
import desk from '../../client/src/locales/en/desk.json';
import leads from '../../client/src/locales/en/leads.json';
import market from '../../client/src/locales/en/market.json';
import rights from '../../client/src/locales/en/rights.json';
import { unverifiedBecause } from '../../client/src/ui/unverified';
import { PROOF_METHODS } from '../../server/modules/leads/rules';

/** Every page that shows proofs names each method; one more in the schema does not compile here before it has its words. */
const BY = {
  admin: admin.staffLead.proofBy,
  desk: desk.checks.by,
  leads: leads.proofMethod,
  market: market.proof.by,
  rights: rights.proofBy,
} satisfies Record<string, Record<ProofMethod, string>>;

test.each(Object.entries(BY))('%s has words for each way in which a channel is proven', (_area, words) => {
  expect(Object.keys(words).sort()).toEqual([...PROOF_METHODS].sort());
});

const doubt = { evidence: 'The name is that of a joke.' };

test.each<[boolean, string[], { evidence: string }[], string | null]>([
  [true, ['CONFIRMED_BY_CODE'], [], null],
  [false, [], [], 'noWay'],
  [false, [], [doubt], 'noWay'],
  [false, ['EARLIER_TOUCH'], [], 'notAnswered'],
  [false, ['EARLIER_TOUCH'], [doubt], 'notAnswered'],
  [false, ['CONFIRMED_BY_AGENCY'], [doubt], 'notAnswered'],
  [false, ['EARLIER_TOUCH', 'RECORDED_CALL'], [doubt], 'doubted'],
])('verified: %s, proven by %j, doubted for %j: told as %s', (isVerified, methods, doubts, because) => {
  expect(unverifiedBecause({ isVerified, proofs: methods.map((method) => ({ method })), doubts })).toBe(because);
});
