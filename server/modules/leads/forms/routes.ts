import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, type Router } from 'express';
import { discardRest } from '../../../http/discardRest';
import { UserError } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { takeFrom } from '../../../platform/limits';
import { log } from '../../../platform/log';
import { networkOf } from '../../../platform/network';
import { addressOf, EMBED_PATH, EMBED_QUERY, FORM_PATH } from './addresses';
import { willAsk } from './askPerson';
import { addressMeant, checkForm, emailProblem, phoneProblem } from './checkForm';
import { consentVersionOf } from './consentShown';
import { countShown } from './counts';
import { findForm, type ShownForm } from './openForm';
import { formPage, type FormView } from './page/formPage';
import { policyOf } from './page/layout';
import { plainPage, thanksPage } from './page/plainPage';
import { EMBED } from './page/script';
import { filled, languageOf, primaryOf } from '../languages';
import { wordsIn } from './page/words';
import { readForm, UnreadableForm } from './readForm';
import { sendForm } from './sendForm';
import { seenOf } from './seen';
import { fieldsOfTags, type SourceTags, tagsOfVisit, tagsSent } from './sourceTags';
import { newToken, readToken } from './token';

/** Generous: behind one address of a mobile network there are very many people. */
const LIMITS = {
  show: [600, 600],
  check: [300, 600],
  send: [60, 600],
  /** Of one form, whoever sends it. */
  sendAll: [600, 60],
} as const satisfies Record<string, readonly [points: number, seconds: number]>;

type FormRequest = Request<{ form: string }>;

/** The hosted forms: pages for people, which work within any site and without scripts. */
export function formRoutes(router: Router): void {
  router.get(EMBED_PATH, sendEmbed);
  router.get(`${FORM_PATH}/:form`, inPages(showForm));
  router.post(`${FORM_PATH}/:form`, inPages(takeForm));
  router.get(`${FORM_PATH}/:form/thanks`, inPages(showThanks));
  router.post(`${FORM_PATH}/:form/check`, inPages(checkTyped));
  router.all(`${FORM_PATH}/:form`, refuseMethod('GET, HEAD, POST'));
  router.all(`${FORM_PATH}/:form/thanks`, refuseMethod('GET, HEAD'));
  router.all(`${FORM_PATH}/:form/check`, refuseMethod('POST'));
  router.use(FORM_PATH, answerUnreadableAddress);
}

function sendEmbed(_request: Request, response: Response): void {
  response
    .set({ 'cache-control': 'public, max-age=3600', 'cross-origin-resource-policy': 'cross-origin' })
    .type('text/javascript')
    .send(EMBED);
}

const queryOf = (request: FormRequest): URLSearchParams => new URL(request.originalUrl, 'http://form').searchParams;

const isEmbedded = (request: FormRequest): boolean => queryOf(request).has('embed');

const pageOf = (formId: string, embedded: boolean, page = ''): string =>
  `${FORM_PATH}/${formId}${page}${embedded ? `?${EMBED_QUERY}` : ''}`;

/** What every page of a form has in common; what is sent there is never kept by a browser. */
function send(response: Response, status: number, html: string, shown: ShownForm | null): void {
  response.removeHeader('x-frame-options');
  response
    .status(status)
    .set({
      'content-security-policy': policyOf(shown?.form.origins ?? [], shown?.form.redirectUrl ?? null),
      'cache-control': 'no-store',
    })
    .type('html')
    .send(html);
}

/** Refusals and faults as pages that say what to do. */
function inPages(door: (request: FormRequest, response: Response, shown: ShownForm) => Promise<void>) {
  const handler: RequestHandler<{ form: string }> = async (request, response) => {
    let shown: ShownForm | null = null;
    try {
      shown = await findForm(request.params.form);
      if (!shown) return say(request, response, null, { status: 404, title: 'unknownTitle', text: 'unknown' });
      if (!shown.isOpen) return say(request, response, shown, { status: 410, title: 'closedTitle', text: 'closed' });
      await door(request, response, shown);
    } catch (error) {
      if (response.headersSent || request.socket.destroyed) return void response.destroy();
      answerFault(request, response, shown, error);
    } finally {
      discardRest(request);
    }
  };
  return handler;
}

/** What a page does not do is told as a page; what it does, browsers may still ask. */
const refuseMethod =
  (allowed: string): RequestHandler<{ form: string }> =>
  (request, response, next) => {
    if (request.method === 'OPTIONS') return next();
    response.set('allow', allowed);
    void findForm(request.params.form)
      .catch(() => null)
      .then((shown) => {
        say(request, response, shown, { status: 405, title: 'brokenTitle', text: 'wrongKind' });
        discardRest(request);
      });
  };

/** An address whose signs cannot be read is that of no form. */
const answerUnreadableAddress: ErrorRequestHandler<{ form: string }> = (error: unknown, request, response, next) => {
  if (response.headersSent || !(error instanceof URIError)) return next(error);
  say(request, response, null, { status: 404, title: 'unknownTitle', text: 'unknown' });
  discardRest(request);
};

type Word =
  | 'unknownTitle'
  | 'unknown'
  | 'closedTitle'
  | 'closed'
  | 'limitedTitle'
  | 'brokenTitle'
  | UnreadableForm['word']
  | 'faultTitle'
  | 'fault';

/** That of the form, else the first of the browser's that the market speaks. */
const languageToSay = (request: FormRequest, shown: ShownForm | null): string =>
  shown?.form.language ?? request.acceptsLanguages().find((tag) => languageOf(tag) === primaryOf(tag)) ?? 'en';

function say(
  request: FormRequest,
  response: Response,
  shown: ShownForm | null,
  { status, title, text }: { status: number; title: Word; text: Word | { said: string } },
): void {
  const language = languageToSay(request, shown);
  const words = wordsIn(language);
  const said = typeof text === 'string' ? words[text] : text.said;
  const page = plainPage({ title: words[title], text: said, language, isEmbedded: isEmbedded(request) });
  send(response, status, page, shown);
}

function answerFault(request: FormRequest, response: Response, shown: ShownForm | null, error: unknown): void {
  if (error instanceof UnreadableForm)
    return say(request, response, shown, { status: error.status, title: 'brokenTitle', text: error.word });
  if (error instanceof UserError && error.typename === 'TooManyRequests') {
    const seconds = error.fields.retryAfterSeconds as number;
    response.set('retry-after', String(seconds));
    const said = filled(wordsIn(languageToSay(request, shown)).limited, { minutes: Math.ceil(seconds / 60) });
    return say(request, response, shown, { status: 429, title: 'limitedTitle', text: { said } });
  }
  log.error({ error, fault: newId('fault') }, 'a hosted form met a fault');
  say(request, response, shown, { status: 500, title: 'faultTitle', text: 'fault' });
}

function limit(kind: keyof typeof LIMITS, request: FormRequest): Promise<void> {
  const [points, seconds] = LIMITS[kind];
  return takeFrom(`form-${kind}`, `${request.params.form} ${networkOf(request.ip ?? '')}`, points, seconds);
}

/** Pages that a browser fetches before anybody wants them were not shown to anybody. */
const isFetchedAhead = ({ headers }: FormRequest): boolean =>
  /prefetch|prerender/.test(String(headers['sec-purpose'] ?? headers.purpose ?? ''));

async function showForm(request: FormRequest, response: Response, shown: ShownForm): Promise<void> {
  const { form } = shown;
  await limit('show', request);
  if (request.method === 'GET' && !isFetchedAhead(request)) await countShown(form._id);
  const tags = tagsOfVisit(queryOf(request), request.headers, addressOf(form._id));
  send(
    response,
    200,
    formPage(viewOf(request, shown, { tags, token: newToken(form._id, consentVersionOf(form)) })),
    shown,
  );
}

interface Handed {
  tags: SourceTags;
  token: string;
  /** How long it was filled before this showing. */
  filledMs?: number | null;
}

/** The page as it is shown first: nothing typed, nothing wrong. */
const viewOf = (request: FormRequest, { form, agencyName }: ShownForm, handed: Handed): FormView => ({
  form,
  agencyName,
  isEmbedded: isEmbedded(request),
  address: { send: pageOf(form._id, isEmbedded(request)), check: pageOf(form._id, false, '/check') },
  hidden: [
    ['token', handed.token],
    ['device', ''],
    ['filled_ms', String(handed.filledMs ?? '')],
    ['email_offered', ''],
    ...fieldsOfTags(handed.tags),
  ],
  values: new Map(),
  problems: new Map(),
  offer: null,
  notice: null,
});

async function takeForm(request: FormRequest, response: Response, shown: ShownForm): Promise<void> {
  const { form } = shown;
  await limit('send', request);
  await takeFrom('form-sendAll', form._id, ...LIMITS.sendAll);
  const values = takeOffer(await readForm(request), form.country);
  const tags = tagsSent(values);
  const token = readToken(form._id, values.get('token') ?? '');
  const seen = seenOf(request, values);
  const again = (more: Partial<FormView>, fresh = values.get('token') ?? '', status = 422): void => {
    const view = viewOf(request, shown, { tags, token: fresh, filledMs: seen.fillMs });
    send(
      response,
      status,
      formPage({ ...view, values, ...more, hidden: withOffered(view.hidden, values, more) }),
      shown,
    );
  };
  if (token && token.consentVersion !== consentVersionOf(form)) {
    const unread = new Map([...values].filter(([name]) => name !== 'consent'));
    const notice = wordsIn(form.language).consentChanged;
    return again({ values: unread, notice }, newToken(form._id, consentVersionOf(form)));
  }
  const { problems, offer } = checkForm(form, values);
  if (problems.size > 0 || offer !== null) return again({ problems, offer });
  try {
    await sendForm(form, { values, tags, token, seen, address: addressOf(form._id) });
  } catch (error) {
    if (!(error instanceof UserError) || error.typename !== 'Busy') throw error;
    return again({ notice: wordsIn(form.language).busy }, undefined, 503);
  }
  // So that no page of the browser's history is the answer to a form, which going back would send again.
  const isLeaving = form.redirectUrl !== null && !isEmbedded(request);
  response.set('cache-control', 'no-store');
  response.redirect(303, isLeaving ? form.redirectUrl! : pageOf(form._id, isEmbedded(request), '/thanks'));
}

/** The address that was offered, where the person pressed the button that says so. */
function takeOffer(values: ReadonlyMap<string, string>, country: string): ReadonlyMap<string, string> {
  const taken = values.get('email_take');
  if (!taken || taken !== addressMeant(values.get('email')?.trim() ?? '', country)) return values;
  return new Map([...values, ['email', taken]]);
}

/** Which address the person was asked of: sent once more, it is meant so. */
const withOffered = (
  hidden: FormView['hidden'],
  values: ReadonlyMap<string, string>,
  { offer }: Partial<FormView>,
): FormView['hidden'] =>
  hidden.map(([name, value]) =>
    name === 'email_offered'
      ? [name, offer ? (values.get('email')?.trim() ?? '') : (values.get('email_offered') ?? '')]
      : [name, value],
  );

async function showThanks(request: FormRequest, response: Response, shown: ShownForm): Promise<void> {
  const { form } = shown;
  await limit('show', request);
  const embedded = isEmbedded(request);
  // Within another page the frame cannot lead on itself: the page around it is to.
  const redirectUrl = embedded ? form.redirectUrl : null;
  send(response, 200, thanksPage({ form, isEmbedded: embedded, asks: willAsk(form), redirectUrl }), shown);
}

/** What is wrong with a phone number or an e-mail address, while it is typed. Says nothing of whose it is. */
async function checkTyped(request: FormRequest, response: Response, { form }: ShownForm): Promise<void> {
  await limit('check', request);
  const values = await readForm(request);
  const words = wordsIn(form.language);
  const phone = values.get('phone')?.trim() ?? '';
  const email = values.get('email')?.trim() ?? '';
  const offer = email === '' ? null : addressMeant(email, form.country);
  const wrong =
    phone !== ''
      ? phoneProblem(phone, form.country, words)
      : email !== '' && offer === null
        ? emailProblem(email, form.country, words)
        : null;
  response.set('cache-control', 'no-store').json({ wrong, offer });
}
