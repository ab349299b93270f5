import fc from 'fast-check';
import { checkAnswers } from '../../server/modules/leads/checks/answers';
import { bandOfCount } from '../../server/modules/leads/checks/bands';
import {
  RULE_VERSION,
  SIGNAL_CODES,
  type SignalCode,
  finding,
  whenReachable,
} from '../../server/modules/leads/checks/signals';
import { LEAST_WISH, saysSomething } from '../../server/modules/leads/checks/wording';
import {
  CHANNELS,
  CONTACT_KINDS,
  contactKindOf,
  leadTypeOf,
  readChannel,
  readTemperature,
} from '../../server/modules/leads/facts';
import { decide, decidingOf, isVerified, maskName, previewText, type Proof } from '../../server/modules/leads/rules';
import { openConsent } from '../../server/modules/leads/vault/openConsent';
import { type FormField } from '../../server/modules/catalog';

const weights = fc.array(
  fc.integer({ min: 0, max: 100 }).map((weight) => ({ weight })),
  { maxLength: 8 },
);
const STRICTNESS = ['ACCEPTED', 'QUARANTINED', 'REJECTED'];

describe('the sum of the weights decides', () => {
  test.each([
    [[], 'ACCEPTED'],
    [[44], 'ACCEPTED'],
    [[45], 'QUARANTINED'],
    [[15, 30], 'QUARANTINED'],
    [[99], 'QUARANTINED'],
    [[100], 'REJECTED'],
    [[50, 50], 'REJECTED'],
  ])('%j is %s', (given, decision) => {
    expect(decide(given.map((weight) => ({ weight })))).toBe(decision);
  });

  test.each([
    [[5], []],
    [[5, 60, 0], [60]],
    [
      [15, 5, 30],
      [30, 15],
    ],
    [
      [50, 5, 60],
      [60, 50],
    ],
    [
      [5, 100, 60, 100],
      [100, 100],
    ],
  ])('of %j the deciding are %j', (given, deciding) => {
    expect(decidingOf(given.map((weight) => ({ weight }))).map(({ weight }) => weight)).toEqual(deciding);
  });

  test('a further signal never makes the decision milder, and their order does not count', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 100 }), (given, weight) => {
        const before = STRICTNESS.indexOf(decide(given));
        expect(STRICTNESS.indexOf(decide([...given, { weight }]))).toBeGreaterThanOrEqual(before);
        expect(decide([...given].reverse())).toBe(decide(given));
      }),
    );
  });

  test('every signal has a weight of 0 to 100, and weighs no more where the person can be reached otherwise', () => {
    expect(RULE_VERSION).toBeGreaterThan(0);
    for (const code of SIGNAL_CODES) {
      const alone = finding(code);
      expect(alone.weight).toBeGreaterThanOrEqual(0);
      expect(alone.weight).toBeLessThanOrEqual(100);
      expect(whenReachable([alone])[0]!.weight).toBeLessThanOrEqual(alone.weight);
    }
  });

  test.each<[string, Proof['method'][], [SignalCode, number][], number | null, boolean]>([
    ['an answer, and nothing heavy', ['RECORDED_CALL'], [['PHONE_VOIP', 15]], null, true],
    ['an answer, and a doubt', ['RECORDED_CALL'], [['NAME_JOKE', 45]], null, false],
    ['an agency’s own word', ['CONFIRMED_BY_AGENCY'], [], null, false],
    ['nothing proven', [], [], null, false],
    ['another agency alone', ['EARLIER_TOUCH'], [], null, false],
    ['a code to a phone that only looks made up', ['CONFIRMED_BY_CODE'], [['PHONE_SEQUENCE', 60]], null, true],
    ['a recording does not refute how a phone looks', ['RECORDED_CALL'], [['PHONE_SEQUENCE', 60]], null, false],
    ['a code says nothing of a name', ['CONFIRMED_BY_CODE'], [['NAME_JOKE', 45]], null, false],
    ['a code says nothing of the e-mail', ['CONFIRMED_BY_CODE'], [['EMAIL_TYPO', 60]], null, false],
    ['somebody looked and found it sound', ['RECORDED_CALL'], [['NAME_JOKE', 45]], 2, true],
    ['what came after that look stands', ['RECORDED_CALL'], [['DENIED_BY_PERSON', 100]], 0, false],
  ])('verified: %s', (_words, methods, found, judgedOn, is) => {
    const on = (day: number): Date => new Date(Date.UTC(2026, 2, 1 + day));
    const proofs = methods.map((method) => ({ channel: 'PHONE' as const, method, at: on(0) }));
    const signals = found.map(([code, weight]) => ({ code, weight, at: on(1) }));
    const verdict = { isPseudo: false, by: 'MODERATOR' as const, at: on(judgedOn ?? 0) };
    expect(isVerified(signals, judgedOn === null ? { proofs } : { proofs, verdict })).toBe(is);
  });
});

describe('the preview masks the name', () => {
  test.each([
    ['Mwangi Kamau', 'M••• K•••'],
    ['Γιώργος', 'Γ•••'],
    ['ő Tóth Anna', 'Ő••• T•••'],
    ["ng'ang'a", 'N•••'],
    ['', ''],
  ])('%s: %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('whatever the name, at most two letters of it are shown, and its length is not told', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zα-ω]{2,12}$/), { minLength: 1, maxLength: 4 }), (words) => {
        const shown = maskName(words.join(' ')).replace(/[• ]/g, '');
        expect([...shown].length).toBe(Math.min(2, words.length));
      }),
    );
    expect(previewText('M•••', 'Nairobi', { line: 'LANDLINE', hasEmail: false })).toBe('M•••, Nairobi, landline');
    expect(previewText('', 'Kenya', { line: null, hasEmail: true })).toBe('Kenya, e-mail');
  });
});

describe('facts from the words of exports', () => {
  test.each([
    ['fb', 'SOCIAL_AD'],
    ['Facebook Ads', 'SOCIAL_AD'],
    ['google ads', 'CONTEXTUAL_AD'],
    ['SEO', 'SEARCH'],
    ['e-mail newsletter', 'EMAIL'],
    ['WhatsApp', 'MESSENGER'],
    ['cold call', 'COLD_CALL'],
    ['direct mail', 'MAILING'],
    ['Landing page', 'DIRECT_VISIT'],
    ['carrier pigeon', null],
  ])('%s is %s', (written, channel) => {
    expect(readChannel(written)).toBe(channel);
  });

  test('each channel is read back from its own name', () => {
    for (const channel of CHANNELS) expect(readChannel(channel.toLowerCase().replaceAll('_', ' '))).toBe(channel);
    expect(readTemperature('Hot lead')).toBe('HOT');
  });

  test.each([
    ['after five, please', true],
    ['Каско для нового автомобиля', true],
    ['新车全险需要报价请您下午给我回电话', true],
    ['hello', false],
    ['call me', false],
    ['- - - 1 2 3 4 5 6 7 8 9', false],
    ['aaaaaaaaaaaaaaaaaaaa', false],
  ])('whether “%s” is a wish: %s', (comment, isWish) => {
    expect(saysSomething(comment, LEAST_WISH)).toBe(isWish);
  });

  test('what the facts do not bear out cannot be claimed', () => {
    const bare = { channel: 'SEARCH', hasPhone: true, hasEmail: false, isFull: false, hasWish: false } as const;
    expect(CONTACT_KINDS.map((claimed) => contactKindOf(bare, claimed))).toEqual(['QUICK', 'QUICK', 'PROMO', 'QUICK']);
    expect(contactKindOf({ ...bare, isFull: true }, null)).toBe('INTERESTED');
    expect(contactKindOf({ ...bare, hasPhone: false, hasEmail: true }, null)).toBe('REGISTRATION');
    expect(contactKindOf({ ...bare, channel: 'EXHIBITION' }, null)).toBe('PROMO');
    expect([leadTypeOf('REFERRAL'), leadTypeOf('COLD_CALL'), leadTypeOf('SEARCH')]).toEqual(['SEED', 'SPEAR', 'NET']);
  });
});

describe('of a consent only what names nobody lies open', () => {
  const contact = { name: 'Amina Odhiambo', phone: '+254712345678', email: 'amina@example.com', details: [] };
  const told = { page: null, at: new Date(0), ip: null, method: 'WEB_FORM' } as const;
  const open = (text: string, page: string | null = null, fileText?: string) =>
    openConsent({ ...told, text, page }, contact, fileText);

  test.each([
    ['I agree that insurers call me.', 'I agree that insurers call me.'],
    ['I, Amina Odhiambo, agree to be called.', 'I, ••• •••, agree to be called.'],
    ['Call 0712 345-678 or amina@example.com, please.', 'Call ••• or •••, please.'],
    ['Odhiambos and 0712 999 999 stay.', 'Odhiambos and 0712 999 999 stay.'],
  ])('the text “%s” is kept as “%s”, and whole with the contact', (text, kept) => {
    const { open: lies, sealed } = open(text);
    expect(lies.text).toBe(kept);
    expect(sealed).toEqual(text === kept ? [] : [{ label: 'Text of the consent', value: text }]);
  });

  test('the text of a whole file is kept as it is: it names nobody', () => {
    const text = 'I agree that Amina Insurance calls me.';
    expect(open(text, null, ` ${text}`)).toMatchObject({ open: { text }, sealed: [] });
  });

  test.each([
    ['https://forms.example.com/motor?phone=1#x', 'https://forms.example.com/motor'],
    ['https://amina:secret@forms.example.com/motor', 'https://forms.example.com/motor'],
    ['https://forms.example.com/thanks/amina%40example.com/1', 'https://forms.example.com/thanks/•••/1'],
    ['https://forms.example.com/u/amina-odhiambo', 'https://forms.example.com/u/•••-•••'],
    ['https://forms.example.com/254712345678', 'https://forms.example.com/•••'],
    ['https://forms.example.com/123456789012345', 'https://forms.example.com/123456789012345'],
    ['our fair stand', 'our fair stand'],
  ])('the page %s is kept as %s', (page, kept) => {
    expect(open('', page).open.page).toBe(kept);
  });
});

const field = (key: string, kind: FormField['kind'], more: Partial<FormField> = {}): FormField => ({
  key,
  label: key,
  kind,
  choices: [],
  isRequired: false,
  isCoarse: true,
  ...more,
});

describe('answers to a niche’s form are read as the kind of the question', () => {
  const fields = [
    field('cover', 'CHOICE', { choices: ['Third party', 'Comprehensive'], isRequired: true }),
    field('value', 'MONEY'),
    field('isNew', 'BOOLEAN'),
    field('note', 'TEXT'),
    field('born', 'DATE', { isCoarse: false }),
  ];

  test('coarse answers lie open, texts and what is not coarse are sealed', () => {
    const answers = {
      cover: 'third-PARTY',
      value: 'KES 1,250,000.50',
      isNew: 'ndiyo',
      note: 'call my wife',
      born: '02.03.1990',
    };
    const verdict = checkAnswers(fields, answers, 'KE');
    expect(verdict.coarse).toEqual([
      { key: 'cover', text: 'Third party' },
      { key: 'value', text: '1,000,000 to 2,000,000' },
      { key: 'isNew', text: 'yes', isTrue: true },
    ]);
    expect(verdict.sealed).toEqual([
      { label: 'value', value: 'KES 1,250,000.50' },
      { label: 'note', value: 'call my wife' },
      { label: 'born', value: '1990-03-02' },
    ]);
    expect(verdict).toMatchObject({ isFull: true, findings: [] });
  });

  test.each([
    ['12.500', '12500'],
    ['12,5', '12.5'],
    ['12 500', '12500'],
    ['1.234.567,89', '1234567.89'],
    ['1,234,567', '1234567'],
    ['-5', '-5'],
  ])('the number %s is %s', (written, number) => {
    const asked = [field('count', 'NUMBER', { isCoarse: false })];
    expect(checkAnswers(asked, { count: written }, 'KE').sealed).toEqual([{ label: 'count', value: number }]);
  });

  test.each([
    ['3', '3'],
    ['3.5', '3'],
    ['34', '30 to 39'],
    ['100', '100 to 199'],
    ['1066', '1000 to 1899'],
    ['4999', '2100 to 4999'],
    ['12,345', '10,000 to 19,999'],
    ['1998', '1995 to 1999'],
    ['0712345678', null],
    ['+254712345678', null],
    ['-5', null],
  ])('of the count %s a preview says %s, and what it does not say is sealed', (written, shown) => {
    const { coarse, sealed } = checkAnswers([field('count', 'NUMBER')], { count: written.replace('+', '') }, 'KE');
    expect(coarse).toEqual(shown === null ? [] : [{ key: 'count', text: shown }]);
    expect(sealed).toHaveLength(shown === written ? 0 : 1);
  });

  test.each([
    ['0', 'under 100'],
    ['99.5', 'under 100'],
    ['100', '100 to 200'],
    ['KES 2,300', '2,000 to 5,000'],
    ['5000', '5,000 to 10,000'],
    ['87 500 000', '50,000,000 to 100,000,000'],
  ])('of the amount %s a preview says %s, and the contact keeps it as it was written', (written, shown) => {
    expect(checkAnswers(fields, { value: written }, 'KE')).toMatchObject({
      coarse: [{ key: 'value', text: shown }],
      sealed: [{ label: 'value', value: written }],
    });
  });

  test('of a day a preview says the month', () => {
    expect(checkAnswers([field('leavesOn', 'DATE')], { leavesOn: '2026-03-31' }, 'KE')).toMatchObject({
      coarse: [{ key: 'leavesOn', text: 'March 2026' }],
      sealed: [{ label: 'leavesOn', value: '2026-03-31' }],
    });
  });

  test('a band holds its number, has room for others, and no two bands overlap', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 10, max: 9999 }), fc.integer({ min: 10, max: 999_999 })), (count) => {
        const [from, to] = bandOfCount(count)!.replaceAll(',', '').split(' to ').map(Number) as [number, number];
        expect(count >= from && count <= to && to - from >= 4).toBe(true);
        expect([bandOfCount(from), bandOfCount(to)]).toEqual([bandOfCount(count), bandOfCount(count)]);
      }),
    );
  });

  test('an answer that does not fit is left out with a signal, and the form is not full without its required one', () => {
    const verdict = checkAnswers(fields, { cover: 'everything', value: 'a lot', isNew: 'no' }, 'KE');
    expect(verdict.coarse.map(({ key }) => key)).toEqual(['isNew']);
    expect(verdict.findings.map(({ code }) => code)).toEqual(['ANSWER_UNREADABLE', 'ANSWER_UNREADABLE']);
    expect(verdict.isFull).toBe(false);
  });
});
