import type { CardClosedBecause, PersonsWord } from '../../client/src/generated/desk';
import desk from '../../client/src/locales/en/desk.json';
import { mayContact, nameOf, standingOf } from '../../client/src/pages/desk/standing';
import { meaningOf } from '../../client/src/pages/desk/words';

/** What stands against the work with a card, from why it is closed and what its person said. */

const card = (closedBecause: CardClosedBecause | null, ...words: PersonsWord[]) => ({
  closedBecause,
  lead: { wordsOfPerson: words.map((word) => ({ word, at: '2026-03-01T00:00:00Z' })) },
});

test.each([
  [card(null), [], true],
  [card('REFUNDED'), ['REFUNDED'], false],
  [card('REFUNDED', 'DENIED'), ['REFUNDED', 'DENIED'], false],
  [card(null, 'DENIED'), ['DENIED'], false],
  [card(null, 'WITHDRAWN'), ['WITHDRAWN'], false],
  [card('ERASED', 'ERASED'), ['ERASED_BY_PERSON'], false],
  [card('ERASED', 'DENIED', 'ERASED'), ['ERASED_BY_PERSON', 'DENIED'], false],
  [card('ERASED'), ['ERASED_BY_TIME'], false],
])('%j stands as %j; the person may be contacted: %s', (given, standing, may) => {
  expect(standingOf(given)).toEqual(standing);
  expect(mayContact(given)).toBe(may);
  for (const each of standingOf(given))
    expect(desk.standing[each]).toMatchObject({
      short: expect.any(String),
      title: expect.any(String),
      means: expect.any(String),
    });
});

test('only a refund is told as money that came back', () => {
  const told = Object.entries(desk.standing).filter(([, { means }]) => means.includes('came back'));
  expect(told.map(([standing]) => standing)).toEqual(['REFUNDED']);
});

test('of a closed card it is not said that somebody is to be reached yet', () => {
  expect(meaningOf({ status: 'NEW', isClosed: false })).toBe('statusMeans.NEW');
  expect(meaningOf({ status: 'NEW', isClosed: true })).toBe('steps.ended');
});

test('who was erased has a name to open the card by', () => {
  const erased = { lead: { preview: { text: '' } }, contact: null } as never;
  expect(nameOf(erased, ((key: string) => key) as never)).toBe('erased');
});
