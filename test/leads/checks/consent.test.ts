import { config } from '../../../server/config';
import { checkConsent } from '../../../server/modules/leads/checks/consent';

const now = new Date('2026-05-05T12:00:00Z');
const full = {
  text: 'I agree that insurers call me about my car.',
  page: 'https://forms.example.com/car',
  at: '2026-05-04T10:00:00+03:00',
  ip: '203.0.113.7',
  method: 'web form',
  usualText: undefined,
  usualPage: undefined,
  captured: null,
  isCapturedUnreadable: false,
  usualAt: undefined,
  clocks: { zone: 'Africa/Nairobi', country: 'KE' },
  now,
};
type Told = { [Key in keyof typeof full | 'isOwnForm']?: string | boolean | Date | object | null | undefined };
const past = (at: Date) => ({ at, isAhead: false, findings: [] });
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
    ['aaaa aaaa aaaa aaaa aaaa aaaa'],
    ['asdf qwer zxcv hjkl asdfgh qwerty'],
    ['фыва йцук ячсм фывап олдж ролд'],
    ['consent consent consent consent consent'],
    ['hahaha jajaja hehehe hihihi hohoho huhuhu'],
    ['Lorem ipsum dolor sit amet consectetur adipiscing elit'],
  ])('whose text is "%s" says not what was agreed to', (text) => {
    expect(check({ text })).toEqual({
      consent: null,
      findings: [
        expect.objectContaining({
          code: 'CONSENT_INCOMPLETE',
          weight: 100,
          evidence:
            'The record of consent lacks a text that says what was agreed to: what is given is too short, it needs at least 4 different words and 20 letters.',
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
    expect(check({ at: undefined, captured: past(capturedAt) }).consent?.at).toEqual(capturedAt);
    expect(codes({ at: 'soon', captured: past(capturedAt) })).toEqual(['CONSENT_TIME_UNREADABLE']);
  });

  test('takes the time of the batch where the row tells none that can be read, and says so', () => {
    const usualAt = new Date('2026-05-02T08:00:00Z');
    const capturedAt = new Date('2026-05-01T08:00:00Z');
    expect(check({ at: undefined, usualAt })).toMatchObject({ consent: { at: usualAt }, findings: [] });
    expect(check({ at: undefined, usualAt, captured: past(capturedAt) }).consent?.at).toEqual(capturedAt);
    const noted = [expect.objectContaining({ code: 'FACT_UNREADABLE', weight: 0 })];
    expect(check({ at: 'soon', usualAt })).toEqual({
      consent: expect.objectContaining({ at: usualAt }),
      findings: noted,
    });
    expect(check({ at: undefined, isCapturedUnreadable: true, usualAt }).findings).toEqual(noted);
  });

  test('whose time cannot be read says that, beside all else that is missing', () => {
    expect(codes({ at: 'yesterday' })).toEqual(['CONSENT_TIME_UNREADABLE']);
    expect(codes({ at: undefined, isCapturedUnreadable: true })).toEqual(['CONSENT_TIME_UNREADABLE']);
    expect(check({ at: 'yesterday', method: undefined })).toMatchObject({
      consent: null,
      findings: [
        { code: 'CONSENT_TIME_UNREADABLE' },
        { code: 'CONSENT_INCOMPLETE', evidence: 'The record of consent lacks the method.' },
      ],
    });
  });

  const usualText = 'I agree that insurers call me about my car.';

  test.each([
    'yes',
    'TRUE',
    '1',
    'x',
    'Ja',
    'igen',
    'ΝΑΙ',
    'да',
    'այո',
    'ha',
    'ndiyo',
    'I agree.',
    'Opt-in',
    '✓',
    'v3',
    'ok',
  ])('of the row "%s" is consent to the text of the batch', (text) => {
    expect(check({ text, usualText }).consent?.text).toBe(usualText);
  });

  test.each(['no', 'FALSE', '0', 'nein', 'nem', 'ΟΧΙ', 'нет', 'ոչ', "yo'q", 'yoʻq', 'hapana', 'Opted out'])(
    'of the row "%s" is none, whatever the batch says',
    (text) => {
      expect(check({ text, usualText })).toEqual({
        consent: null,
        findings: [expect.objectContaining({ code: 'CONSENT_REFUSED', weight: 100 })],
      });
    },
  );

  const usual = { text: undefined, usualText };

  test.each([
    'I do not agree to be contacted',
    'I don’t consent to calls about my request.',
    'I do not agree that insurers may call me about my request.',
    'I do not agree that insurers, banks or anybody else may call me, or that they may text me.',
    'By submitting this form I do not agree that anybody may call me at all.',
    'I do not agree that you may call me, and that partners may contact me.',
    'I do not want insurers to call me about my request.',
    'Ich stimme nicht zu, dass Versicherer mich anrufen dürfen.',
    'Ich willige nicht darin ein, dass Versicherer mich anrufen dürfen.',
    'Dass mich Versicherer anrufen dürfen, erlaube ich nicht.',
    'Ich möchte nicht, dass mich Versicherer wegen der Anfrage anrufen.',
    'Nem járulok hozzá, hogy a biztosítók hívhatnak az ajánlat miatt.',
    'Ahhoz, hogy a biztosítók hívhatnak, nem járulok hozzá.',
    'Δεν συμφωνώ ότι οι ασφαλιστές μπορούν να με καλέσουν.',
    'Δεν συμφωνώ να δέχομαι κλήσεις για την αίτηση.',
    'Δεν θέλω οι ασφαλιστές να με καλούν για την αίτηση.',
    'Я не согласна с тем, что страховщики могут мне звонить.',
    'Համաձայն չեմ, որ ապահովագրողները կարող են ինձ զանգահարել։',
    'Sug‘urtachilar menga qo‘ng‘iroq qilishi mumkin, deb rozilik bermayman.',
    'Sikubali kwamba kampuni zinaweza kunipigia simu.',
    'Siwaruhusu watu wa bima kunipigia simu kwa ombi hili.',
    'I do not want to be contacted by anybody',
    'I refuse to be contacted by insurers',
    'The customer has declined to be contacted',
    'No, thank you',
    'I agree to be contacted by insurers: no',
    'Please do not contact me.',
    'Ich stimme nicht zu',
    'Ich stimme der Kontaktaufnahme nicht zu, dass Firmen anrufen.',
    'Ich bin mit Anrufen von Versicherern nicht einverstanden.',
    'Ich möchte nicht angerufen werden',
    'Ich lehne die Kontaktaufnahme ab',
    'Nem járulok hozzá, hogy felhívjanak',
    'Nem szeretném, hogy bárki felhívjon',
    'Visszavonom a hozzájárulásomat',
    'Δεν συμφωνώ να επικοινωνήσουν μαζί μου',
    'Δε δίνω τη συγκατάθεσή μου για επικοινωνία',
    'Я не согласен на звонки и обработку данных',
    'Не хочу, чтобы мне звонили',
    'Համաձայն չեմ, որ ինձ զանգահարեն',
    'Ես հրաժարվում եմ զանգերից և նամակներից',
    'Menga qo‘ng‘iroq qilishlariga rozi emasman',
    'Мен қўнғироқ қилишларига розилик бермайман',
    'Sikubali kampuni zinipigie simu',
    'Sitaki kupigiwa simu na mtu yeyote',
    'No acepto que me llamen las empresas',
    'opt-out: yes, calls not wanted by user',
    'unsubscribed from all calls and messages',
    'Nobody is allowed to contact me about this request.',
    'No insurers may call me about this request.',
    'Versicherer dürfen mich nicht anrufen wegen der Anfrage.',
    'Niemand darf mich wegen der Anfrage kontaktieren.',
    'Прошу не звонить мне по поводу страховки.',
    'Никто не имеет права звонить мне по этой заявке.',
    'A biztosítók nem hívhatnak fel engem az ajánlat miatt.',
    'Δεν επιτρέπεται να με καλέσουν για την αίτηση.',
    'Κανείς να μην επικοινωνήσει μαζί μου για το αίτημα.',
    'Խնդրում եմ ինձ չզանգահարել ապահովագրության մասին։',
    'Menga sug‘urta bo‘yicha hech kim qo‘ng‘iroq qilmasin.',
    'Kampuni haziruhusiwi, hakuna anayeruhusiwa kunipigia simu.',
  ])('whose text denies is none, whatever the batch says: %s', (text) => {
    const refused = { consent: null, findings: [expect.objectContaining({ code: 'CONSENT_REFUSED', weight: 100 })] };
    expect(check({ text })).toEqual(refused);
    expect(check({ text, usualText })).toEqual(refused);
    expect(check({ ...usual, usualText: text })).toEqual(refused);
  });

  test.each([
    'I agree to be contacted. I understand that I do not have to agree to buy anything.',
    'I agree to be called. I can withdraw my consent at any time; I am not obliged to buy.',
    'I may refuse or object at any time. You may call me about a loan.',
    'If you do not wish to be contacted, do not send this form. I agree to the terms.',
    'I agree to be contacted by phone, but please do not call me after 8 pm.',
    'I do not agree to buy anything by this; I only agree to be called.',
    'No. 1 insurers may contact me about offers, I agree.',
    'Ich stimme zu, dass meine Daten nicht zu anderen Zwecken verwendet werden und man mich anruft.',
    'Die Einwilligung kann jederzeit widerrufen werden. Ich stimme den Anrufen zu.',
    'Wenn Sie nicht einverstanden sind, senden Sie das Formular nicht ab. Ich stimme zu.',
    'Hozzájárulok a megkereséshez; a hozzájárulást bármikor visszavonhatom, nem vagyok köteles vásárolni.',
    'Hozzájárulok, hogy felhívjanak, de ne hívjanak este nyolc után.',
    'Συναινώ στην επικοινωνία. Δεν υποχρεούμαι να αγοράσω, μπορώ να ανακαλέσω.',
    'Не возражаю против звонков страховых компаний, согласен. Я не обязан ничего покупать.',
    'Եթե համաձայն չեմ, չեմ ուղարկի ձևը։ Համաձայն եմ, որ ինձ զանգահարեն։',
    'Kompaniyalar menga qo‘ng‘iroq qilishiga roziman. Sotib olishga majbur emasman.',
    'Kama sikubali naweza kuacha fomu. Nakubali kupigiwa simu.',
    'I agree to be contacted. I do not agree to receive newsletters.',
    'You may call me about this request. I do not want to be contacted for other purposes.',
    'I do not agree to newsletters, but insurers may call me about my request.',
    'I do not agree that my data is sold, but insurers may call me.',
    'Insurers may call me, I do not agree to newsletters.',
    'I do not want other companies to call me. I agree to be called by insurers.',
    'I do not want insurers to call me after 8 pm; they may call me before.',
    'Ich stimme Werbung nicht zu, aber Versicherer dürfen mich anrufen.',
    'Ich möchte nicht, dass man mich nach 20 Uhr anruft. Ich stimme Anrufen zu.',
    'Nem járulok hozzá hírlevélhez, de a biztosítók hívhatnak.',
    'Не согласен на рассылку, но страховщики могут мне звонить.',
    'Δεν συμφωνώ να λαμβάνω διαφημίσεις, αλλά οι ασφαλιστές μπορούν να με καλέσουν.',
    'I agree to be called, but I do not agree to my data being shared with third parties.',
    'Ich stimme Anrufen zu. Ich stimme Werbung durch Dritte nicht zu.',
    'Versicherer dürfen mich anrufen. Sie dürfen mich nicht nach 20 Uhr anrufen.',
    'Hozzájárulok, hogy felhívjanak. Nem járulok hozzá, hogy hírlevelet küldjenek.',
    'Согласна на звонки. Не согласна на рекламную рассылку.',
    'Συμφωνώ να με καλέσουν. Δεν συμφωνώ να λαμβάνω ενημερωτικά δελτία.',
    'Համաձայն եմ, որ ինձ զանգահարեն։ Համաձայն չեմ գովազդ ստանալ։',
    'Qo‘ng‘iroqlarga roziman. Reklama olishga rozi emasman.',
    'Nakubali kupigiwa simu. Sikubali barua taka.',
  ])('whose text says what nobody has to agree to, or how it is taken back, is taken: %s', (text) => {
    expect(codes({ text })).toEqual([]);
  });

  test.each([
    'I agree to be called about a loan. I do not agree to be contacted by email.',
    'Ich stimme den Bedingungen zu. Ich stimme Werbeanrufen nicht zu.',
    'I agree to the terms. I do not agree to marketing calls.',
    'I do not agree that insurers may call me, but banks may call me about it.',
    'I do not agree that insurers may call me, and you may call me about it.',
    'I do not agree that insurers may write to me, I agree to be called.',
    'I agree to the terms. I do not agree to receive newsletters, calls or messages.',
  ])('whose text says yes and no waits for a person: %s', (text) => {
    expect(check({ text })).toMatchObject({
      consent: { text },
      findings: [{ code: 'CONSENT_CONTRADICTS', weight: 45 }],
    });
  });

  test('of the row is its own text where it says something, and nothing where there is no text at all', () => {
    const text = 'Lenders may write to me about a loan.';
    expect(check({ text, usualText }).consent?.text).toBe(text);
    expect(codes({ text: 'yes' })).toEqual(['CONSENT_INCOMPLETE']);
    expect(codes({ text: 'v3' })).toEqual(['CONSENT_INCOMPLETE']);
  });

  test('of the future is refused, of long ago too, without IP address noted', () => {
    expect(codes({ at: '2026-05-08' })).toEqual(['CONSENT_TIME_IMPOSSIBLE']);
    expect(codes({ at: '2026-05-05 15:04' })).toEqual([]);
    expect(codes({ at: '2026-05-05 15:06' })).toEqual(['CONSENT_TIME_IMPOSSIBLE']);
    expect(codes({ at: '2026-05-06T10:00:00Z' })).toEqual(['CONSENT_TIME_IMPOSSIBLE']);
    expect(codes({ at: '2024-01-01' })).toEqual(['CONSENT_OLD']);
    expect(check({ at: '1970-01-01T00:00:00Z' }).findings).toMatchObject([{ code: 'CONSENT_OLD', weight: 100 }]);
    expect(codes({ ip: undefined })).toEqual(['CONSENT_NO_IP']);
  });

  test('of a clock a little ahead is of now, of the row and of the batch', () => {
    expect(check({ at: '2026-05-05T12:03:00Z' }).consent?.at).toEqual(now);
    expect(check({ at: undefined, usualAt: new Date('2026-05-05T12:03:00Z') }).consent?.at).toEqual(now);
  });

  test('of a day alone may have been given until that day is over there', () => {
    const ofDay = (zone: string) => check({ at: '2026-05-04', clocks: { zone, country: 'KE' } }).consent;
    const days = [ofDay('Africa/Nairobi'), ofDay('America/New_York')];
    expect(
      days.map((consent) => [consent!.at, consent!.dayEndsAt].map((at) => at!.toISOString().slice(5, 13))),
    ).toEqual([
      ['05-04T00', '05-04T21'],
      ['05-04T04', '05-05T04'],
    ]);
    expect(check({}).consent).not.toHaveProperty('dayEndsAt');
  });

  test('without a zone is of the clock of the person; one that lies ahead by it alone waits for a person', () => {
    const of = (at: string, zone: string, country = 'US') => check({ at, clocks: { zone, country } });
    expect(of('2026-05-05 14:50', 'Africa/Nairobi').consent?.at).toEqual(new Date('2026-05-05T11:50:00Z'));
    const eastern = of('05/05/2026 7:50 AM', 'America/Los_Angeles');
    expect(eastern.consent?.at).toEqual(new Date('2026-05-05T11:50:00Z'));
    expect(eastern.findings).toMatchObject([
      { code: 'TIME_OF_OTHER_ZONE', weight: 45, evidence: expect.stringContaining('America/New_York') },
    ]);
    expect(of('05/05/2026 12:00 PM PDT', 'America/Los_Angeles').findings).toMatchObject([
      { code: 'CONSENT_TIME_IMPOSSIBLE' },
    ]);
  });

  test.each([
    'https://forms.example.com/car?a=1',
    'HTTP://example.com',
    'example.com',
    'www.example.co.ke/offer?x=1',
    'παράδειγμα.ελ/αίτηση',
  ])('of the page %s is one of the web', (page) => {
    expect(check({ page })).toMatchObject({ consent: { page }, findings: [] });
  });

  test.each([
    'javascript:alert(1)',
    '<b>page</b>',
    'data:text/html,x',
    'ftp://example.com/x',
    'https://x',
    'our form',
    'page',
  ])('of what is no page of the web has none: %s', (page) => {
    expect(codes({ page })).toEqual(['CONSENT_PAGE_UNREADABLE', 'CONSENT_INCOMPLETE']);
    const usual = check({ page, usualPage: 'https://agency.example/car' });
    expect(usual).toMatchObject({ consent: { page: 'https://agency.example/car' }, findings: [{ weight: 10 }] });
    expect(check({ page, method: 'Facebook lead form' }).consent).toMatchObject({ page: null });
  });
});

describe('a page of this market', () => {
  const { origin, host, hostname } = new URL(config.publicUrl);
  const pages = [`${origin}/f/form_1`, `https://WWW.${host.toUpperCase()}/x`, `http://${hostname}./f/form_1?a=1`];

  test.each(pages)('proves nothing of what no form of it sent: %s', (page) => {
    expect(codes({ page })).toEqual(['CONSENT_PAGE_OF_MARKET', 'CONSENT_INCOMPLETE']);
    expect(codes({ page: undefined, usualPage: page })).toEqual(['CONSENT_PAGE_OF_MARKET', 'CONSENT_INCOMPLETE']);
    expect(check({ page, method: 'Facebook lead form' })).toMatchObject({
      consent: { page: null },
      findings: [{ weight: 45 }],
    });
    expect(check({ page, isOwnForm: true })).toMatchObject({ consent: { page }, findings: [] });
  });

  test('is none of another host that has its path or its name in it', () => {
    for (const page of ['https://forms.example.com/f/form_1', `https://${hostname}.example.com/f/form_1`])
      expect(codes({ page })).toEqual([]);
    expect(codes({ page: `https://${hostname}@forms.example.com/f/form_1` })).toContain('CONSENT_PAGE_UNREADABLE');
  });
});
