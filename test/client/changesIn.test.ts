import { filterOfAddress } from '../../client/src/pages/admin/recordFilter';
import { factorText } from '../../client/src/pages/admin/useValueWords';
import { changesIn } from '../../client/src/pages/admin/changesIn';

const BUDGET = { key: 'budget', label: 'Budget', kind: 'MONEY', choices: [] };
const ROUTE = { key: 'route', label: 'Route', kind: 'CHOICE', choices: ['City', 'Airport'] };

const KINDS: Readonly<Record<string, string>> = { MONEY: 'Money', CHOICE: 'Choice', BOOLEAN: 'Yes or no' };
const WORDS = { kind: (kind: string) => KINDS[kind]!, isRequired: 'required', isCoarse: 'shown before a purchase' };

test.each([
  ['nothing on either side', null, null, []],
  ['a part that is another', { status: 'PENDING' }, { status: 'ACTIVE' }, [['Status', 'PENDING', 'ACTIVE']]],
  [
    'what stayed is left out',
    { name: 'A', windowHours: 48 },
    { name: 'A', windowHours: 72 },
    [['Window hours', '48', '72']],
  ],
  ['a bare figure', 4000, 5000, [['Value', '4000', '5000']]],
  ['a new thing', null, { _id: 'x', names: ['a', 'b'], parentId: null }, [['Names', null, 'a, b']]],
  [
    'an amount and a share',
    null,
    { refundedMinor: '592', feeBps: 150 },
    [
      ['Refunded', null, '592'],
      ['Fee', null, '150'],
    ],
  ],
  ['what is inside of a part', null, { terms: { maxSales: 3 } }, [['Terms', null, 'Max sales 3']]],
  [
    'a question that is asked otherwise, the others left out',
    { fields: [BUDGET, ROUTE] },
    { fields: [BUDGET, { ...ROUTE, isRequired: true }] },
    [['Fields', 'Route (Choice, City, Airport)', 'Route (Choice, City, Airport, required)']],
  ],
  [
    'what buyers see before they pay',
    { fields: [{ ...BUDGET, isCoarse: false }, ROUTE] },
    { fields: [{ ...BUDGET, isCoarse: true }, ROUTE] },
    [['Fields', 'Budget (Money)', 'Budget (Money, shown before a purchase)']],
  ],
  ['what is empty is not told', null, { name: 'A', names: [], fields: [] }, [['Name', null, 'A']]],
  [
    'questions in another order',
    { fields: [BUDGET, ROUTE] },
    { fields: [ROUTE, BUDGET] },
    [['Fields', 'Budget (Money); Route (Choice, City, Airport)', 'Route (Choice, City, Airport); Budget (Money)']],
  ],
  [
    'a question in the words of the page',
    { fields: [] },
    { fields: [{ key: 'owner', label: 'Owner', kind: 'BOOLEAN' }] },
    [['Fields', null, 'Owner (Yes or no)']],
  ],
  [
    'the size of a city',
    { kind: 'CITY', tier: 'LARGE' },
    { kind: 'CITY', tier: 'CAPITAL' },
    [['Tier', 'LARGE', 'CAPITAL']],
  ],
  [
    'which campaign it was, though it is the same',
    { campaignId: 'campaign_1', state: 'RUNNING' },
    { campaignId: 'campaign_1', state: 'PAUSED' },
    [
      ['Campaign id', 'campaign_1', 'campaign_1'],
      ['State', 'RUNNING', 'PAUSED'],
    ],
  ],
  ['what of a contact was put right is no question', null, { fields: ['phone'] }, [['Contact fields', null, 'phone']]],
  ['a name that a niche says', null, { 'Car Loans (sw)': 'Mikopo' }, [['Car Loans (sw)', null, 'Mikopo']]],
  ['no size of a country', null, { kind: 'COUNTRY', tier: 'ORDINARY' }, [['Kind', null, 'COUNTRY']]],
  ['a question that is gone', { fields: [BUDGET] }, { fields: [] }, [['Fields', 'Budget (Money)', null]]],
])('what an act changed is told part by part: %s', (_case, before, after, expected) => {
  const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  const told = changesIn(json(before), json(after), WORDS).map(({ name, was, is }) => [name, was, is]);
  expect(told).toEqual(expected);
});

test.each([
  [12_000, '×1.20'],
  [10_000, '×1.00'],
  [4_025, '×0.4025'],
])('%i hundredths of a percent are the factor %s', (bps, text) => expect(factorText(bps)).toBe(text));

test('the address narrows the record; the last day counts whole, and what it cannot mean is ignored', () => {
  const of = (address: string) => filterOfAddress(new URLSearchParams(address));
  expect(of('act=setFactor&by=person_1')).toEqual({ act: 'setFactor', actor: 'person_1' });
  const { from, to } = of('from=2026-03-01&to=2026-03-01');
  expect(Date.parse(to!) - Date.parse(from!)).toBe(86_400_000);
  expect(of('act=dropTables&from=soon&to=2026-99-99&by=')).toEqual({});
  expect(of('from=2026-02-31&to=9999-12-31')).toEqual({});
});
