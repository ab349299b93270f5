import { checkConsent } from '../../../server/modules/leads/checks/consent';
import { readMoment } from '../../../server/modules/leads/checks/moments';

const now = new Date('2026-05-05T12:00:00Z');
const full = {
  text: 'I agree that insurers call me about my car.',
  page: 'https://forms.example.com/car',
  at: '2026-05-04T10:00:00+03:00',
  ip: '203.0.113.7',
  method: 'web form',
  capturedAt: null,
  country: 'KE',
  now,
};
type Told = { [Key in keyof typeof full]?: (typeof full)[Key] | Date | null | undefined };
const check = (told: Told) => checkConsent({ ...full, ...told } as Parameters<typeof checkConsent>[0]);
const codes = (told: Told) => check(told).findings.map(({ code }) => code);

describe('a consent record', () => {
  test('that is complete is read with its time as a moment and its method', () => {
    expect(check({})).toEqual({
      consent: {
        text: full.text,
        page: full.page,
        at: new Date('2026-05-04T07:00:00Z'),
        ip: '203.0.113.7',
        method: 'WEB_FORM',
      },
      findings: [],
    });
  });

  test('without text is missing', () => {
    expect(check({ text: undefined })).toEqual({
      consent: null,
      findings: [expect.objectContaining({ code: 'CONSENT_MISSING' })],
    });
    expect(codes({ text: '  ' })).toEqual(['CONSENT_MISSING']);
  });

  test.each([
    [{ method: undefined }, 'the method'],
    [{ method: 'telepathy' }, 'the method'],
    [{ at: undefined }, 'the time'],
    [{ at: 'yesterday' }, 'the time'],
    [{ page: undefined }, 'the page'],
    [{ method: 'double opt-in', ip: undefined }, 'the IP address'],
    [{ method: 'double opt-in', ip: 'nowhere', page: undefined }, 'the page and the IP address'],
    [{ method: undefined, at: undefined }, 'the method and the time'],
  ])('%j lacks %s', (told, parts) => {
    const { consent, findings } = check(told);
    expect(consent).toBeNull();
    expect(findings).toEqual([
      expect.objectContaining({
        code: 'CONSENT_INCOMPLETE',
        weight: 100,
        evidence: `The record of consent lacks ${parts}.`,
      }),
    ]);
  });

  test.each([
    ['ok'],
    ['I agree'],
    ['Yes, you may call me'],
    ['Datenschutzeinwilligungserklärung akzeptiert'],
    ['1234 5678 9012 3456 7890 1234'],
    ['!!! ??? ... --- !!! ??? ... ---'],
    ['同意します'],
  ])('whose text is "%s" says not what was agreed to', (text) => {
    expect(check({ text })).toEqual({
      consent: null,
      findings: [
        expect.objectContaining({
          code: 'CONSENT_INCOMPLETE',
          weight: 100,
          evidence: 'The record of consent lacks a text that says what was agreed to.',
        }),
      ],
    });
  });

  test.each([
    ['Insurers may call me about my request.'],
    ['Συμφωνώ να επικοινωνήσουν μαζί μου εταιρείες.'],
    ['Համաձայն եմ, որ ինձ զանգահարեն ապահովագրողները։'],
    ['Ninakubali kampuni zinipigie simu kuhusu ombi langu.'],
    ["So'rovim bo'yicha kompaniyalar menga qo'ng'iroq qilishiga roziman."],
    ['私は保険会社が私の問い合わせについて電話で連絡することに同意します'],
    ['ข้าพเจ้ายินยอมให้บริษัทประกันภัยติดต่อกลับทางโทรศัพท์'],
  ])('whose text is a sentence in any script is taken: %s', (text) => {
    expect(codes({ text })).toEqual([]);
  });

  test('needs no page and no IP address on paper and on a call', () => {
    for (const method of ['paper', 'recorded call'])
      expect(codes({ method, page: undefined, ip: undefined })).toEqual([]);
  });

  test('takes the time when the contact was left where the agency gives no time of its own', () => {
    const capturedAt = new Date('2026-05-01T08:00:00Z');
    expect(check({ at: undefined, capturedAt }).consent?.at).toEqual(capturedAt);
    expect(codes({ at: 'soon', capturedAt })).toEqual(['CONSENT_INCOMPLETE']);
  });

  test('of the future is refused, of long ago looked at, without IP address noted', () => {
    expect(codes({ at: '2026-05-08' })).toEqual(['CONSENT_TIME_IMPOSSIBLE']);
    expect(codes({ at: '2026-05-06T10:00:00Z' })).toEqual([]);
    expect(codes({ at: '2024-01-01' })).toEqual(['CONSENT_OLD']);
    expect(codes({ ip: undefined })).toEqual(['CONSENT_NO_IP']);
  });
});

describe('moments as files write them', () => {
  test.each([
    ['2026-03-02T15:05:13+03:00', 'KE', '2026-03-02T12:05:13.000Z'],
    ['2026-03-02T15:05:13+0300', 'KE', '2026-03-02T12:05:13.000Z'],
    ['2026-03-02 15:05', 'KE', '2026-03-02T15:05:00.000Z'],
    ['2026-03-02', 'KE', '2026-03-02T00:00:00.000Z'],
    ['02.03.2026', 'DE', '2026-03-02T00:00:00.000Z'],
    ['2/3/2026 9:05', 'GB', '2026-03-02T09:05:00.000Z'],
    ['03/14/2026 3:05 PM', 'US', '2026-03-14T15:05:00.000Z'],
    ['12/31/2026 12:05 am', 'US', '2026-12-31T00:05:00.000Z'],
    ['2026. 03. 02.', 'HU', '2026-03-02T00:00:00.000Z'],
    ['2026.03.02. 15:00', 'HU', '2026-03-02T15:00:00.000Z'],
  ])('%s in %s is %s', (written, country, iso) => {
    expect(readMoment(written, country)?.toISOString()).toBe(iso);
  });

  test.each(['31.06.2026', '2026-13-02', '2026-02-30', 'yesterday', '', '45000', '14/14/2026'])(
    '%s is no moment',
    (written) => {
      expect(readMoment(written, 'GB')).toBeNull();
    },
  );
});
