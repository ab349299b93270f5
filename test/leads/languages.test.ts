import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { act } from '../accounts/flows';
import { type Actor, createWorld, type World } from '../kit/world';
import { askToConfirm, caughtFor, codeIn, confirm, confirmationOf, linkIn } from './confirming';
import { fillAndSend, formOf, leadsOf, open } from './hostedForms';
import { acceptedLead, anotherPhone } from './submitting';

/** People who left a contact are written to in the language of the form that they filled, or of where they live. */

let world: World;
let agency: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'Baobab Media' });
});
afterAll(() => world.close());

const e164 = (phone: string): string => phone.replace(/\s/g, '');

let serial = 0;
const anotherEmail = (): string => `person.${(serial += 1)}.${process.pid}@mail-of-kamau.co.ke`;

const languageBehind = async (token: string): Promise<string> => (await confirmationOf(world, token)).language;

test.each([
  [
    'hu',
    'Ön küldte ezt a kérést: „Gépjármű-biztosítás”?',
    /ugyanott jelezze:\n\n\S+\n\n.* 20\d\d\. \p{L}+ \d+\. \d\d?:\d\d UTC\.$/u,
    'Nem Ön volt?',
  ],
  [
    'uz-Latn-UZ',
    '“Avtomobil sugʻurtasi” boʻyicha soʻrovni siz yubordingizmi?',
    /oʻsha yerda ayting:/,
    'tasdiqlash kodi',
  ],
  ['de', 'Did you ask for Motor insurance?', /say so there:/, 'Not you?'],
])(
  'who filled a form in %s gets letter and code so, and the page behind the link',
  async (language, subject, letter, code) => {
    const form = await formOf(world, agency, { language, confirms: 'BOTH' });
    const [email, phone] = [anotherEmail(), anotherPhone()];
    await fillAndSend(world, form, { email, phone });
    const [written] = await caughtFor(world, email);
    expect(written).toMatchObject({ subject, text: expect.stringMatching(letter) });
    const [sent] = await caughtFor(world, e164(phone));
    expect(sent!.text).toContain(code);
    const spoken = language === 'de' ? 'en' : language.slice(0, 2);
    for (const message of [written!, sent!]) expect(await languageBehind(linkIn(message))).toBe(spoken);
    const token = linkIn(sent!);
    expect(await act(world, null, 'sendCodeAgain', { token }, 'confirmation { language }')).toMatchObject({
      confirmation: { language: spoken },
    });
    const [again] = await caughtFor(world, e164(phone));
    expect(again!.text).toContain(code);
    expect(await confirm(world, token, codeIn(again!))).toMatchObject({ confirmation: { state: 'CONFIRMED' } });
  },
);

test.each([
  ['el', 'Greece', { name: 'Eleni Papadaki', country: 'GR', city: 'Athens', phone: '+30 691 234 5671' }],
  ['hu', 'Hungary', { name: 'Katalin Szabó', country: 'HU', city: 'Budapest', phone: '+36 20 345 6712' }],
  ['hy', 'Armenia', { name: 'Anahit Sargsyan', country: 'AM', city: 'Yerevan', phone: '+374 77 345671' }],
  ['uz', 'Uzbekistan', { name: 'Dilnoza Karimova', country: 'UZ', city: 'Tashkent', phone: '+998 90 345 67 12' }],
  ['en', 'Kenya', {}],
  ['en', 'Germany', { name: 'Ulrike Brandt', country: 'DE', city: 'Berlin', phone: '+49 1512 3456712' }],
  [
    'en',
    'Greece, by a phone of Germany',
    { name: 'Nikos Georgiou', country: 'GR', city: 'Athens', phone: '+49 1512 3456713' },
  ],
])('who came without a form is written to in %s from %s', async (language, _from, person) => {
  const email = anotherEmail();
  const leadId = await acceptedLead(world, agency, { ...person, email });
  expect(await askToConfirm(world, agency, [leadId], 'EMAIL')).toEqual(['ASKED']);
  const [letter] = await caughtFor(world, email);
  expect(await languageBehind(linkIn(letter!))).toBe(language);
});

test('the questions of a niche are asked in the language of the form, and answered alike in all', async () => {
  const form = await formOf(world, agency, { language: 'hu' });
  const { text } = await open(world, form);
  expect(text).toContain('>Gyártási év</label>');
  expect(text).toContain('<option value="Comprehensive">Casco</option>');
  expect(text).toContain('„Gépjármű-biztosítás” terület');
  await fillAndSend(world, form, { 'answer.cover': 'Comprehensive' });
  const [lead] = await leadsOf(form);
  expect(JSON.stringify(lead!.answers)).toContain('Comprehensive');
});

describe('each language has every text of English, with its values', () => {
  const MODULES = path.join(__dirname, '../../server/modules');
  const textsIn = (folder: string, file: string): string[] =>
    Object.entries(JSON.parse(readFileSync(path.join(MODULES, folder, file), 'utf8')) as Record<string, string>).map(
      ([key, text]) => `${key}: ${[...new Set(text.match(/\{\w+\}/g))].sort().join(' ')}`,
    );

  test.each(['leads/forms/page/words', 'leads/confirm/words', 'rights/words'])('in %s', (folder) => {
    const files = readdirSync(path.join(MODULES, folder));
    expect(files).toHaveLength(6);
    for (const file of files) expect([file, ...textsIn(folder, file)]).toEqual([file, ...textsIn(folder, 'en.json')]);
  });
});
