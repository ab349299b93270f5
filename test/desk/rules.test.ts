import { CARD_STATUSES, cardIdOf, nextStatuses, saleIdOf, whyClosed } from '../../server/modules/desk/rules';

describe('the statuses of a card', () => {
  it('can all be reached from NEW, and each can be left', () => {
    const reached = new Set<string>(['NEW']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const status of CARD_STATUSES)
        if (reached.has(status)) nextStatuses(status).forEach((next) => reached.add(next));
    }
    expect([...reached].sort()).toEqual([...CARD_STATUSES].sort());
    for (const status of CARD_STATUSES) expect(nextStatuses(status).length).toBeGreaterThan(0);
  });

  it('never lead back to NEW or to themselves', () => {
    for (const status of CARD_STATUSES) {
      expect(nextStatuses(status)).not.toContain('NEW');
      expect(nextStatuses(status)).not.toContain(status);
    }
  });
});

it('card and sale name each other', () => {
  expect(saleIdOf(cardIdOf('sale_0abc'))).toBe('sale_0abc');
  expect(cardIdOf('sale_sale_x')).toBe('card_sale_x');
});

test.each([
  ['HELD', 'ACCEPTED', null],
  ['HELD', 'REJECTED', null],
  ['HELD', 'ERASED', 'ERASED'],
  ['RELEASED', 'WITHDRAWN', null],
  ['REFUNDED', 'REJECTED', 'REFUNDED'],
  ['REFUNDED', 'ERASED', 'ERASED'],
] as const)('the card of a sale that is %s, of a lead that is %s, is closed because %s', (sale, lead, because) => {
  expect(whyClosed({ state: sale }, { state: lead })).toBe(because);
});
