import fc from 'fast-check';
import {
  type ContactAttempt,
  decidedAtOnce,
  type DisputeFacts,
  evidenceFor,
  isCallLogEnough,
} from '../../server/modules/disputes/evidence';
import { adviceOn } from '../../server/modules/disputes/disputeReasons';
import { judge } from '../../server/modules/disputes/judge';
import { disputeRules, isOverRate, reasonsIn } from '../../server/modules/disputes/rules';
import { type SaleReason, saleRules } from '../../server/modules/disputes/saleRules';

const rules = saleRules(1);
const SALE_REASONS = reasonsIn(rules) as SaleReason[];

const NOTHING_FOUND: DisputeFacts = {
  earlierSales: [],
  robotSignals: [],
  signals: [],
  wasShown: false,
  deadChannels: [],
  liveChannels: ['phone', 'e-mail'],
  sellerDomain: 'NO_SELLER',
  isSellerFound: false,
  isDenied: false,
  consent: { at: new Date('2026-01-05T10:00:00Z'), method: 'form' },
  listed: ['hot', 'verified'],
  others: { bought: 1, disputed: 0, accepted: 0 },
  callLog: [],
};

function decision(reason: SaleReason, found: Partial<DisputeFacts> = {}, version = 1) {
  const inForce = saleRules(version);
  const rule = inForce.reasons[reason];
  return decidedAtOnce(rule, evidenceFor(rule, { ...NOTHING_FOUND, ...found }, inForce));
}

const attempt = (at: string, result: ContactAttempt['result'] = 'NO_ANSWER'): ContactAttempt => ({
  at: new Date(at),
  way: 'CALL',
  result,
});

describe('the table of reasons, version 1', () => {
  const earlier = [{ matchedOn: 'PHONE' as const, heldAt: new Date('2026-01-01T00:00:00Z') }];
  it.each([
    ['DUPLICATE', 'the same hash was sold to the buyer', { earlierSales: earlier }, 'ACCEPTED'],
    ['DUPLICATE', 'no hash matches', {}, 'REJECTED'],
    ['DUPLICATE', 'there is nothing to compare by', { earlierSales: null }, null],
    [
      'BOT',
      'the robot score is on the line',
      { robotSignals: [{ code: 'NAME_KEYBOARD_RUN', weight: 60 }] },
      'ACCEPTED',
    ],
    ['BOT', 'the robot score is under the line', { robotSignals: [{ code: 'NAME_GIBBERISH', weight: 59 }] }, null],
    ['BOT', 'nothing was found', {}, null],
    ['TYPO', 'the number cannot exist', { deadChannels: ['phone'], liveChannels: [] }, 'ACCEPTED'],
    ['TYPO', 'one of two channels is dead', { deadChannels: ['phone'], liveChannels: ['e-mail'] }, 'ACCEPTED'],
    ['TYPO', 'both can exist', {}, null],
    ['COMPETITOR', "the domain is a seller's", { sellerDomain: 'SELLER' }, 'ACCEPTED'],
    ['COMPETITOR', 'the seller came after the lead', { sellerDomain: 'SELLER_SINCE' }, null],
    ['COMPETITOR', "the domain is nobody's", {}, null],
    ['COMPETITOR', 'there is no domain', { sellerDomain: null }, null],
    ['PRANK', 'the person denied it', { isDenied: true }, 'ACCEPTED'],
    ['PRANK', 'no denial is on record', {}, null],
    ['NOT_AS_LISTED', 'whatever was found', { isDenied: true, sellerDomain: 'SELLER', consent: null }, null],
    ['NO_CONSENT', 'the record is missing', { consent: null }, 'ACCEPTED'],
    ['NO_CONSENT', 'the record is there', {}, null],
  ] as const)('%s when %s', (reason, _when, found, expected) => {
    expect(decision(reason, found as Partial<DisputeFacts>)).toBe(expected);
  });

  it('lets a finding decide only the reason that names it', () => {
    const everything: Partial<DisputeFacts> = {
      deadChannels: ['phone'],
      sellerDomain: 'SELLER',
      isDenied: true,
      consent: null,
      others: { bought: 4, disputed: 4, accepted: 4 },
    };
    expect(decision('DUPLICATE', everything)).toBe('REJECTED');
    expect(decision('BOT', everything)).toBeNull();
    expect(decision('NOT_AS_LISTED', everything)).toBeNull();
  });

  it('since version 2 lets nothing decide that the preview showed before the purchase', () => {
    const found: [SaleReason, Partial<DisputeFacts>][] = [
      ['BOT', { robotSignals: [{ code: 'NAME_KEYBOARD_RUN', weight: 60 }] }],
      ['TYPO', { deadChannels: ['phone'], liveChannels: [] }],
      ['COMPETITOR', { sellerDomain: 'SELLER', isSellerFound: true }],
    ];
    for (const [reason, facts] of found) {
      expect(decision(reason, { ...facts, wasShown: true }, 1)).toBe('ACCEPTED');
      expect(decision(reason, { ...facts, wasShown: false }, 2)).toBe('ACCEPTED');
      expect(decision(reason, { ...facts, wasShown: true }, 2)).toBeNull();
      const [evidence] = evidenceFor(
        rules.reasons[reason],
        { ...NOTHING_FOUND, ...facts, wasShown: true },
        saleRules(2),
      );
      expect(evidence).toMatchObject({ speaksFor: 'BUYER', isProof: false });
      expect(evidence!.text).toContain('The preview showed it');
    }
    expect(decision('NO_CONSENT', { consent: null, wasShown: true }, 2)).toBe('ACCEPTED');
  });

  it('refunds a part only of a lead that was not as listed', () => {
    const partly = SALE_REASONS.filter((reason) => rules.reasons[reason].allowsPart);
    expect(partly).toEqual(['NOT_AS_LISTED']);
  });

  it('names no personal data and no other organisation in its evidence', () => {
    const words = SALE_REASONS.flatMap((reason) =>
      evidenceFor(rules.reasons[reason], { ...NOTHING_FOUND, earlierSales: earlier }, rules).map(({ text }) => text),
    );
    expect(words.join(' ')).not.toMatch(/@|\+\d{6}|org_|sale_|lead_/);
  });

  it('knows no other version', () => {
    expect(() => disputeRules('SALE', 0)).toThrow('version 0');
    expect(() => disputeRules('SALE', 99)).toThrow('version 99');
  });
});

describe("the buyer's log of attempts", () => {
  it('is enough with three attempts on two days, or one that met a dead contact', () => {
    const two = [attempt('2026-02-01T09:00:00Z'), attempt('2026-02-02T09:00:00Z')];
    expect(isCallLogEnough([], rules)).toBe(false);
    expect(isCallLogEnough([attempt('2026-02-01T09:00:00Z')], rules)).toBe(false);
    expect(isCallLogEnough(two, rules)).toBe(false);
    expect(isCallLogEnough([...two, attempt('2026-02-02T15:00:00Z', 'BUSY')], rules)).toBe(true);
    expect(isCallLogEnough([attempt('2026-02-01T09:00:00Z', 'WRONG_PERSON')], rules)).toBe(true);
  });

  it('is not enough when all attempts are on one day', () => {
    const sameDay = ['08', '12', '16', '20'].map((hour) => attempt(`2026-02-01T${hour}:00:00Z`));
    expect(isCallLogEnough(sameDay, rules)).toBe(false);
  });
});

describe('the share of disputed value', () => {
  it('binds over 20 %, not at 20 %', () => {
    expect(isOverRate(rules, { bought: 10, boughtMinor: 10_000n, disputedMinor: 2000n })).toBe(false);
    expect(isOverRate(rules, { bought: 10, boughtMinor: 10_000n, disputedMinor: 2001n })).toBe(true);
  });

  it('says nothing of a buyer with fewer than five sales', () => {
    expect(isOverRate(rules, { bought: 4, boughtMinor: 400n, disputedMinor: 400n })).toBe(false);
    expect(isOverRate(rules, { bought: 5, boughtMinor: 500n, disputedMinor: 101n })).toBe(true);
  });

  it('agrees with the exact fraction for any amounts', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 15n), fc.bigInt(0n, 10n ** 15n), (boughtMinor, part) => {
        const disputedMinor = part > boughtMinor ? boughtMinor : part;
        const exact = disputedMinor * 5n > boughtMinor;
        expect(isOverRate(rules, { bought: 5, boughtMinor, disputedMinor })).toBe(exact);
      }),
    );
  });
});

test.each([
  [false, 'What the platform found decides for you at once.'],
  [
    true,
    'The agency answers, then an adjudicator decides. What the platform found is proof for you. You dispute over 20% of what you buy, so people decide.',
  ],
])('a person denied it; the buyer is over the rate: %s', (isOver, advice) => {
  const rule = rules.reasons.PRANK;
  const found = evidenceFor(rule, { ...NOTHING_FOUND, isDenied: true }, rules);
  const judgement = judge(rule, found, { count: null, isOverRate: isOver });
  const sale = { windowEndsAt: new Date('2026-03-01T10:00:00Z') };
  expect(adviceOn(rules, false, judgement, sale)).toContain(advice);
});
