import { act, type Outcome, rows } from '../accounts/flows';
import { type Actor, clientKey, type World } from '../kit/world';
import { anotherPhone } from './submitting';

/** Who is named, and the market's own sentence on those who cannot be named yet, as far as it is always the same. */
export const GOES_TO =
  'Your request goes to: Savanna Cover, Rift Insurers.\n' +
  'Besides, your request is offered on the market Leadbourse to businesses in the field “Motor insurance”. ' +
  'Those that buy it may contact you. Who they are, you see at ';

/** What a form says unless a test says otherwise. */
export const CONSENT = 'I agree that insurers may call me and write to me about my request.';

const settings = (overrides: object = {}) => ({
  clientKey: clientKey(),
  name: 'Spring campaign',
  nicheId: 'niche_motor-insurance',
  country: 'KE',
  heading: 'Insure your car',
  introduction: 'Three offers within a day.',
  consentText: CONSENT,
  recipients: ['Savanna Cover', 'Rift Insurers'],
  ...overrides,
});

/** Asks for a form and answers with what came of it. */
export const startForm = (world: World, agency: Actor, overrides: object = {}, fields = 'form { id }') =>
  act(world, agency, 'startForm', settings(overrides), fields);

/** A form of the agency; its id. */
export async function formOf(world: World, agency: Actor, overrides: object = {}): Promise<string> {
  const outcome: Outcome = await startForm(world, agency, overrides);
  if (!outcome.form) throw new Error(`startForm: ${outcome.message}`);
  return outcome.form.id;
}

/** What a form counts, as its agency asks for it. */
export const COUNTS = 'shown sent accepted quarantined duplicates rejected';

/** What became of what was sent by a form, refused leads too, in the order of coming. */
export const leadsOf = (formId: string) =>
  rows('leads').find({ 'source.formId': formId }).sort({ submittedAt: 1 }).toArray();

const UNESCAPED: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => UNESCAPED[entity]!);

/** An attribute's value in a tag; null where it has none. */
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(` ${name}="([^"]*)"`).exec(tag);
  return found ? unescaped(found[1]!) : null;
};

/** What a page would send as it stands: each field with its value, as a browser without scripts has it. */
export function fieldsIn(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const isBox = /type="(?:checkbox|radio)"/.test(tag);
    if (name && (!isBox || / checked/.test(tag))) fields[name] = attribute(tag, 'value') ?? '';
  }
  for (const [, name, options] of html.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs))
    fields[name!] = unescaped(/value="([^"]*)" selected/.exec(options!)?.[1] ?? '');
  return fields;
}

/** What stands at a field as wrong; empty where nothing does. */
export const wrongAt = (html: string, field: string): string =>
  unescaped(new RegExp(`id="${field.replace('.', '\\.')}-wrong"[^>]*>([^<]*)<`).exec(html)?.[1] ?? '');

let serial = 0;

/** Somebody of her own with all that the form wants of her. */
export function person(overrides: Record<string, string> = {}): Record<string, string> {
  serial += 1;
  return {
    name: 'Wanjikũ Kamau',
    phone: anotherPhone(),
    email: `wanjiku.${serial}.${process.pid}@mail-of-kamau.co.ke`,
    city: 'Nairobi',
    consent: 'yes',
    ...overrides,
  };
}

/** What the browser of a person calls itself. */
const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0' };

/** Opens a form's page as a browser does. */
export const open = (world: World, id: string, query = '', headers: Record<string, string> = {}) =>
  world.http.get(`/f/${id}${query}`).set({ ...BROWSER, ...headers });

/** Sends fields to a form. */
export const post = (
  world: World,
  id: string,
  fields: Record<string, string>,
  query = '',
  headers: Record<string, string> = {},
) =>
  world.http
    .post(`/f/${id}${query}`)
    .type('form')
    .set({ ...BROWSER, ...headers })
    .send(new URLSearchParams(fields).toString());

/** Opens the page, takes the time that a person takes, and sends it filled. */
export async function fillAndSend(world: World, id: string, overrides: Record<string, string> = {}, query = '') {
  const { text } = await open(world, id, query);
  await world.clock.move('5s');
  return post(world, id, { ...fieldsIn(text), filled_ms: '19000', ...person(overrides) }, query);
}
