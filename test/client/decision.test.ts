import { refundOf } from '../../client/src/pages/disputes/refund';

/** Three clicks of Kenya and two dearer ones of Britain; the claim counts four of these five. */
const money = (minor: number) => ({ minor, currency: 'USD' });
const claim = {
  kind: 'CLICK_BATCH' as const,
  reason: 'BOT' as const,
  amounts: { paid: money(1000), claimed: money(800), refunded: money(0) },
  part: { claimed: 4, of: 5, refunded: null, clicks: null, refundedClicks: null },
  claimedParts: [
    { by: 'REGION' as const, key: 'region_KE', label: 'Kenya', clicks: 3, amount: money(450) },
    { by: 'REGION' as const, key: 'region_GB', label: 'Britain', clicks: 2, amount: money(550) },
    { by: 'SUB_ID' as const, key: '', label: 'No sub-id', clicks: 5, amount: money(1000) },
  ],
};
const named = (...keys: string[]) => ({ by: 'REGION' as const, keys });
const draft = { outcome: 'ACCEPTED' as const, amount: null, count: null, chosen: null, note: '' };

test('clicks that a decision names go back at what they cost, those that it counts at the same share each', () => {
  expect(refundOf(claim, { ...draft, chosen: named('region_GB') })).toBe(550);
  expect(refundOf(claim, { ...draft, count: '2', chosen: null })).toBe(400);
  expect(refundOf(claim, draft)).toBe(800);
  expect(refundOf(claim, { ...draft, outcome: 'REJECTED', chosen: named() })).toBe(800);
});

test('no click, or more of them than a claim counts, is no decision', () => {
  expect(refundOf(claim, { ...draft, chosen: named() })).toBeNull();
  expect(refundOf(claim, { ...draft, chosen: named('region_GB', 'region_KE') })).toBeNull();
});
