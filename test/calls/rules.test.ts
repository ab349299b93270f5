import fc from 'fast-check';
import { callerOf } from '../../server/modules/calls/door/callerOf';
import { isMostlyUnpaid } from '../../server/modules/calls/door/tooManyUnpaid';
import { judgeCall, overlaps, RULES_VERSION } from '../../server/modules/calls/judge/rules';
import { lifeOf } from '../../server/modules/calls/life/life';
import { type RawEvent } from '../../server/modules/calls/model';
import { byCourse } from '../../server/modules/calls/readCalls';
import { readPlay } from '../../server/modules/calls/standIn/readPlay';
import { newsOf, secondsOf } from '../../server/modules/calls/telephony/news';
import { isSigned, signatureOf } from '../../server/modules/calls/telephony/signature';
import { dial } from '../../server/modules/calls/telephony/twiml';
import { mayRecord } from '../../server/modules/calls/voice/recordingLaw';
import { wordsOfEvent } from '../../server/modules/calls/wordsOfEvent';
import { businessPhone, countriesOfPhone, maskedPhone } from '../../server/modules/leads/checks/businessPhone';

const SID = `CA${'a'.repeat(32)}`;
const LEG = `CA${'b'.repeat(32)}`;
const at = new Date('2026-11-28T12:00:00Z');
const later = (seconds: number): Date => new Date(at.getTime() + seconds * 1000);

const begun = { startedAt: at, rulesVersion: RULES_VERSION };

const news = (
  source: RawEvent['source'],
  status: RawEvent['status'],
  seconds: number | null = null,
  after = 0,
): RawEvent => ({
  _id: `${source} ${status} ${seconds} ${after}`,
  callId: 'call',
  source,
  leg: source === 'STATUS' || source === 'INCOMING' ? 'CALLER' : 'BUSINESS',
  status,
  sequence: null,
  seconds,
  at: later(after),
  receivedAt: later(after),
});

describe('the life of a call', () => {
  const lives: [name: string, events: RawEvent[], is: object][] = [
    ['rings', [news('INCOMING', 'RINGING'), news('LEG', 'RINGING')], { state: 'RINGING', outcome: null }],
    ['is talked', [news('LEG', 'ANSWERED', null, 4)], { state: 'ANSWERED', answeredAt: later(4), isWhole: false }],
    [
      'was talked',
      [news('LEG', 'ANSWERED', null, 4), news('LEG', 'COMPLETED', 90, 94), news('DIALLED', 'COMPLETED', 91, 94)],
      { state: 'ENDED', outcome: 'COMPLETED', seconds: 90, isWhole: true },
    ],
    [
      'was not answered, though the leg of the caller ended well',
      [news('STATUS', 'COMPLETED', null, 30), news('LEG', 'NO_ANSWER', 0, 29), news('DIALLED', 'NO_ANSWER', 0, 29)],
      { state: 'ENDED', outcome: 'NO_ANSWER', seconds: null },
    ],
    ['ended, and nobody said how', [news('STATUS', 'COMPLETED', null, 30)], { state: 'RINGING', outcome: null }],
    ['was given up', [news('STATUS', 'CANCELLED', null, 5)], { state: 'ENDED', outcome: 'CANCELLED', isWhole: false }],
    [
      'completed without an answer and a length: nobody lifted',
      [news('DIALLED', 'COMPLETED', 0, 9)],
      { state: 'ENDED', outcome: 'NO_ANSWER' },
    ],
    [
      'was lost while both talked: no length is known, that it was answered is',
      [news('LEG', 'ANSWERED', null, 4), news('ASKED', 'FAILED', null, 7900)],
      { state: 'ENDED', outcome: 'FAILED', answeredAt: later(4), seconds: null },
    ],
    ['that the provider was asked for', [news('ASKED', 'BUSY')], { state: 'ENDED', outcome: 'BUSY', isWhole: true }],
  ];
  test.each(lives)('that %s', (_name, events, is) => expect(lifeOf(events, begun)).toMatchObject(is));

  test('since version 3 is no longer than there was time for, and nobody answered where one door says so', () => {
    const told: [RawEvent[], now: object, before: object][] = [
      [
        [news('LEG', 'COMPLETED', 7000, 94), news('DIALLED', 'COMPLETED', 7000, 95)],
        { outcome: 'COMPLETED', seconds: 94 },
        { outcome: 'COMPLETED', seconds: 7000 },
      ],
      [
        [news('DIALLED', 'BUSY', 0, 9), news('LEG', 'ANSWERED', null, 9), news('LEG', 'COMPLETED', 45, 60)],
        { outcome: 'BUSY', seconds: null, answeredAt: null },
        { outcome: 'COMPLETED', seconds: 45 },
      ],
    ];
    for (const [events, is, was] of told) {
      expect(lifeOf(events, begun)).toMatchObject(is);
      expect(lifeOf(events, { ...begun, rulesVersion: 2 })).toMatchObject(was);
    }
  });

  test('ends the same in whatever order its news come, and however often', () => {
    const status = fc.constantFrom<RawEvent['status']>(
      'RINGING',
      'ANSWERED',
      'COMPLETED',
      'NO_ANSWER',
      'BUSY',
      'FAILED',
      'CANCELLED',
    );
    const event = fc
      .tuple(
        fc.constantFrom<RawEvent['source']>('LEG', 'DIALLED', 'STATUS', 'ASKED'),
        status,
        fc.option(fc.integer({ min: 0, max: 300 })),
        fc.integer({ min: 0, max: 300 }),
      )
      .map((parts) => news(...parts));
    const told = fc
      .uniqueArray(event, { selector: ({ _id }) => _id, maxLength: 8 })
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2, maxLength: events.length * 2 }),
        ),
      );
    fc.assert(fc.property(told, ([events, again]) => expect(lifeOf(again, begun)).toEqual(lifeOf(events, begun))));
  });
});

describe('the finding of a call', () => {
  const held = { minor: 4000n, day: '2026-11-28', week: '2026-W48' };
  const call = {
    refusal: null,
    outcome: 'COMPLETED',
    seconds: 90,
    minSeconds: 90,
    caller: 'hash',
    isOutside: false,
    held,
  } as const;
  const alone = { isOverlap: false, isRepeat: false };
  const findings: [string, object, object][] = [
    ['BILLED', {}, {}],
    ['TOO_SHORT', { seconds: 89 }, {}],
    ['TOO_SHORT', { seconds: null }, {}],
    ['UNANSWERED', { outcome: 'NO_ANSWER', seconds: null }, {}],
    ['UNANSWERED', { outcome: 'CANCELLED', seconds: null }, {}],
    ['BUSY', { outcome: 'BUSY', seconds: null }, {}],
    ['FAILED', { outcome: 'FAILED', seconds: null }, {}],
    ['HIDDEN_NUMBER', { caller: null }, {}],
    ['HIDDEN_NUMBER', { caller: null, isOutside: true }, {}],
    ['OUT_OF_REGION', { isOutside: true }, { isRepeat: true }],
    // Of the former rules, which knew no country.
    ['BILLED', { isOutside: undefined }, {}],
    ['OVERLAP', {}, { isOverlap: true, isRepeat: true }],
    ['REPEAT_CALLER', {}, { isRepeat: true }],
    ['OUT_OF_HOURS', { refusal: 'OUT_OF_HOURS', outcome: null }, {}],
    ['OVER_BUDGET', { held: { ...held, minor: 0n } }, {}],
  ];
  test.each(findings)('%s', (verdict, changes, given) =>
    expect(judgeCall({ ...call, ...changes }, { ...alone, ...given })).toBe(verdict),
  );

  test('of two that are under way together the later one overlaps', () => {
    const verdict = 'BILLED' as const;
    const first = { _id: 'a', startedAt: at, endedAt: later(60), verdict };
    const second = { _id: 'b', startedAt: later(30), endedAt: later(90), verdict };
    expect([overlaps(first, [second]), overlaps(second, [first])]).toEqual([false, true]);
    expect(overlaps({ ...second, startedAt: later(60) }, [first])).toBe(false);
    expect(overlaps(second, [{ ...first, endedAt: null, verdict: 'PENDING' }])).toBeNull();
    const [one, other] = [first, { ...second, startedAt: at }];
    expect([overlaps(one, [other]), overlaps(other, [one])]).toEqual([false, true]);
  });

  test('is never found to overlap, nor not to, before the ends of earlier calls tell the same for good', () => {
    const span = fc.record({
      from: fc.integer({ min: 0, max: 60 }),
      seconds: fc.integer({ min: 0, max: 60 }),
      // What is told so far: no end, one that a second door may put earlier, or all.
      told: fc.constantFrom('NOTHING' as const, 'ONE_DOOR' as const, 'ALL' as const),
      late: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 4 }), fc.integer({ min: 0, max: 60 }), (spans, came) => {
        const call = { _id: 'm', startedAt: later(came) };
        const calls = spans.map(({ from, seconds, told, late }, place) => {
          const whole = { startedAt: later(from), endedAt: later(from + seconds), verdict: 'TOO_SHORT' as const };
          const end = { NOTHING: null, ONE_DOOR: later(from + seconds + late), ALL: whole.endedAt }[told];
          const soFar = told === 'ALL' ? whole : { ...whole, endedAt: end, verdict: 'PENDING' as const };
          const _id = `${place % 2 ? 'a' : 'z'}${place}`;
          return { whole: { ...whole, _id }, soFar: { ...soFar, _id } };
        });
        const [now, ever] = [
          overlaps(
            call,
            calls.map(({ soFar }) => soFar),
          ),
          overlaps(
            call,
            calls.map(({ whole }) => whole),
          ),
        ];
        expect([null, ever]).toContain(now);
        expect(ever).not.toBeNull();
      }),
    );
  });
});

test('calls of an hour are too many where they rang unpaid and fewer than one in ten was billed', () => {
  const call = { startedAt: at, numberId: 'n', outcome: 'COMPLETED', caller: 'hash', isOutside: false } as const;
  const some = (count: number, changes: object): Parameters<typeof isMostlyUnpaid>[0] =>
    Array.from({ length: count }, (_, place) => ({ _id: String(place), ...call, verdict: 'TOO_SHORT', ...changes }));
  expect(isMostlyUnpaid(some(29, {}), 30)).toBe(false);
  expect(isMostlyUnpaid(some(30, {}), 30)).toBe(true);
  expect(isMostlyUnpaid([...some(36, {}), ...some(4, { verdict: 'BILLED' })], 30)).toBe(false);
  expect(isMostlyUnpaid([...some(37, {}), ...some(4, { verdict: 'BILLED' })], 30)).toBe(true);
  // Whose phone did not ring, who was paid for before, and who may still be billed is none of these.
  for (const changes of [
    { verdict: 'BUSY', outcome: 'BUSY' },
    { verdict: 'FAILED', outcome: 'FAILED' },
    { verdict: 'REPEAT_CALLER' },
    { verdict: 'PENDING', outcome: null },
  ])
    expect(isMostlyUnpaid(some(50, changes), 30)).toBe(false);
  expect(isMostlyUnpaid(some(30, { verdict: 'PENDING', outcome: null, caller: null }), 30)).toBe(true);
});

describe('what the provider says', () => {
  const told = { source: 'LEG', leg: 'BUSINESS', callSid: SID, status: 'completed', length: '90' } as const;
  const fields = { CallSid: LEG, Timestamp: 'Sat, 28 Nov 2026 12:00:00 +0000', SequenceNumber: '3' };

  test('is one and the same news however often it comes', () => {
    const [one, other] = [newsOf(fields, told, at), newsOf(fields, told, later(3600))];
    expect(one).toMatchObject({ status: 'COMPLETED', seconds: 90, sequence: 3, at });
    expect((one as RawEvent)._id).toBe((other as RawEvent)._id);
  });

  test.each([
    ['a negative length', { length: '-90' }, {}],
    ['a length beyond all calls', { length: '99999' }, {}],
    ['a length that is none', { length: '90 s' }, {}],
    ['a word that is none', { status: 'splendid' }, {}],
    ['a time that is none', {}, { Timestamp: 'yesterday' }],
    ['a time that is yet to come', {}, { Timestamp: 'Sat, 28 Nov 2026 12:06:00 +0000' }],
    ['a time of the day before', {}, { Timestamp: 'Fri, 27 Nov 2026 11:59:00 +0000' }],
  ])('is not believed with %s', (_name, changes, more) =>
    expect(newsOf({ ...fields, ...more }, { ...told, ...changes }, at)).toHaveProperty('fault'),
  );

  test('is believed by a clock that is a little ahead, and after hours', () => {
    for (const hours of ['28 Nov 2026 12:04', '27 Nov 2026 13:00'])
      expect(newsOf({ ...fields, Timestamp: `${hours}:00 +0000` }, told, at)).not.toHaveProperty('fault');
  });

  test('lengths are whole seconds', () =>
    expect(['0', '90', '1e3', '9.5', ''].map(secondsOf)).toEqual([0, 90, null, null, null]));

  test('is signed over the address and the sorted fields, as the provider documents it', () => {
    const example = {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+12349013030',
      Digits: '1234',
      From: '+12349013030',
      To: '+18005551212',
    };
    const address = 'https://mycompany.com/myapp.php?foo=1&bar=2';
    expect(signatureOf('12345', address, example)).toBe('0/KCTR6DLpKmkAf8muzZqo1nDgQ=');
    expect(isSigned('12345', address, example, '0/KCTR6DLpKmkAf8muzZqo1nDgQ=')).toBe(true);
    expect(isSigned('12345', address, { ...example, Digits: '1235' }, '0/KCTR6DLpKmkAf8muzZqo1nDgQ=')).toBe(false);
    expect(isSigned('12345', address, example, '')).toBe(false);
  });

  test.each([
    ['+254700123456', '+254700123456'],
    ['anonymous', null],
    ['+266696687', null],
    ['Restricted', null],
    ['sip:somebody@example.com', null],
    ['', null],
  ])('the caller %j is %j', (from, is) => expect(callerOf(from)).toBe(is));
});

test('an answer to the provider holds nothing that could be read as a further order', () => {
  const twiml = dial({
    phone: '+12125550147',
    callerId: '"/><Dial>+1900</Dial>',
    ringSeconds: 25,
    longestSeconds: 7200,
    recording: null,
    legCallback: 'https://market.example/leg?a=1&b=2',
    action: 'https://market.example/dialled',
  });
  expect(twiml.match(/<Dial/g)).toHaveLength(1);
  expect(twiml).toContain('a=1&amp;b=2');
});

test('a call is recorded only where the law of both countries lets it once the caller was told', () => {
  expect([
    mayRecord('US', 'GB'),
    mayRecord('KE', null),
    mayRecord('DE', 'US'),
    mayRecord('US', 'DE'),
    mayRecord('US', 'FR'),
    mayRecord('HU', null),
    mayRecord('GR', 'GR'),
  ]).toEqual([true, true, false, false, false, false, true]);
});

const SERVED = ['KE', 'TZ', 'GR', 'AM', 'UZ', 'HU', 'US', 'GB', 'DE'];

test.each([
  ['020 7946 0123', 'GB', '+442079460123'],
  ['0722 123 456', 'KE', '+254722123456'],
  ['8 7712 345', 'AM', null],
  ['+1 (212) 555-0147', 'KE', '+12125550147'],
  ['0808 157 0123', 'GB', '+448081570123'],
  ['911', 'US', null],
  ['112', 'DE', null],
  ['0900 1 234567', 'DE', null],
  ['+1 900 555 1234', 'US', null],
  // No film has them: the numbers for films are those of areas.
  ['+1 900 555 0199', 'US', null],
  ['+1 976 555 0199', 'US', null],
  ['+1 533 555 0199', 'US', null],
  ['+881 6 224 55555', 'US', null],
  ['+870 773 123 456', 'GR', null],
  ['+883 5100 1234 5678', 'DE', null],
  ['+800 1234 5678', 'DE', null],
  ['070 1234 5678', 'GB', null],
  ['0700 1234567', 'DE', null],
  ['0180 5 123456', 'DE', null],
  ['0845 123 4567', 'GB', null],
  ['+878 10 1234567890', 'HU', null],
  ['+979 1 2345 6789', 'US', null],
  // Of the codes that countries share: the islands of the Caribbean, Canada, the Channel.
  ['(876) 555-1234', 'US', null],
  ['+1 809 220 1234', 'US', null],
  ['+1 416 967 1111', 'US', null],
  ['+44 7781 123456', 'GB', null],
  ['+1 787 220 1234', 'US', '+17872201234'],
  ['+1 800 555 1234', 'US', '+18005551234'],
  ['0333 200 1234', 'GB', '+443332001234'],
  ['030 901820', 'DE', '+4930901820'],
  ['+33 1 42 68 53 00', 'DE', null],
  ['', 'US', null],
  ['2125550147 or 2125550148', 'US', null],
])('the phone %j of a business in %s is %j', (written, country, is) => {
  const read = businessPhone(written, country, { served: SERVED, allowsFiction: true });
  expect('e164' in read ? read.e164 : null).toBe(is);
});

test('of a number that is shown to nobody its country and its last three digits are left', () => {
  expect(maskedPhone('+254722123456')).toBe('+254 ••••••456');
  expect(maskedPhone('+12125550147')).toBe('+1 •••••••147');
});

test.each([
  ['+254711222333', ['KE']],
  ['+14165551234', ['CA']],
  ['+12125550147', ['US']],
  ['+17875550123', ['PR', 'US']],
  ['+77012345678', ['KZ']],
  ['+79161234567', ['RU']],
  ['+88213123456', []],
])('the number %s is of %j', (phone, countries) => expect(countriesOfPhone(phone)).toEqual(countries));

test('a number of a plan that countries share, or that the plan does not know, is of each of them', () => {
  expect(countriesOfPhone('+447781123456')).toEqual(expect.arrayContaining(['GB', 'GG']));
  expect(countriesOfPhone('+18005551234')).toEqual(expect.arrayContaining(['US', 'CA']));
  expect(countriesOfPhone('+19999999999')).toEqual(expect.arrayContaining(['US', 'CA']));
});

test('news of one second is told as a call goes, and only who gave up hung up', () => {
  const whole = new Date('2026-11-29T10:00:05.000Z');
  const news = (source: RawEvent['source'], status: RawEvent['status'], sequence: number | null, ms = 0): RawEvent => ({
    ...{ _id: `${source} ${status} ${sequence}`, callId: 'call', source, status, sequence, seconds: null },
    leg: source === 'STATUS' || source === 'INCOMING' ? 'CALLER' : 'BUSINESS',
    at: new Date(whole.getTime() + ms),
    receivedAt: whole,
  });
  const told = [
    news('STATUS', 'COMPLETED', 0),
    news('LEG', 'COMPLETED', 3),
    news('LEG', 'ANSWERED', 2),
    news('LEG', 'RINGING', 1, 800),
    news('LEG', 'RINGING', 0, 900),
    news('INCOMING', 'RINGING', null, 700),
  ];
  expect(told.sort(byCourse).map(wordsOfEvent)).toEqual([
    'The call came in.',
    'The phone of the business is being called.',
    'The phone of the business rings.',
    'The business answered.',
    'The call ended.',
    'The line to the caller ended.',
  ]);
  expect(wordsOfEvent(news('STATUS', 'CANCELLED', 0))).toBe('The caller hung up.');
});

test.each([
  [{ seconds: 99_999 }, 'Give the length as whole seconds from 0 to 7200.'],
  [{ seconds: -1 }, 'Give the length as whole seconds from 0 to 7200.'],
  [{ seconds: '12.5' }, 'Give the length as whole seconds from 0 to 7200.'],
  [{ seconds: 'long' }, 'Give the length as whole seconds from 0 to 7200.'],
  [{ times: 21 }, 'Say how often: a whole number from 1 to 20.'],
])('the stand-in of the provider says what it takes instead of %j', async (wish, fault) =>
  expect(await readPlay({ number: '+441632960000', ...wish })).toEqual({ fault }),
);
