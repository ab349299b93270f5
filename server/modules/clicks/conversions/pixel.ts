import { type Request, type RequestHandler, type Router } from 'express';
import { log } from '../../../platform/log';
import { hadOne } from '../../../platform/limits';
import { robotIn } from '../../../platform/visitor/userAgent';
import { campaignsById } from '../../campaigns';
import { visitorOf } from '../door/seenOf';
import { convertScript } from './convertScript';
import { findClick } from './findClick';
import { noteConversion } from './noteConversion';

/** The smallest picture there is: 1 x 1, nothing to see. */
const PICTURE = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Pages of any business may load them; nothing of the answer may be kept, or learnt from. */
const OPEN = {
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
} as const;

/** What one address may say in a minute; more is passed over, and nobody told. */
const PER_ADDRESS = { bucket: 'conversions:pixel', points: 30, seconds: 60 };
const MOST_AT_ONCE = 50;
const KIND = /^[\w.-]{1,40}$/;

let underWay = 0;

/**
 * `GET /convert.gif?c=<click>&k=<kind>`: a browser says that a visitor converted. The same picture whatever comes of it,
 * sent before anything is looked at: neither answer nor its time tells whether a click exists.
 */
const answerPicture: RequestHandler = (request, response) => {
  response
    .writeHead(200, {
      ...OPEN,
      'cache-control': 'no-store',
      'content-type': 'image/gif',
      'content-length': PICTURE.length,
    })
    .end(request.method === 'HEAD' ? undefined : PICTURE);
  if (request.method !== 'GET' || underWay >= MOST_AT_ONCE) return;
  underWay++;
  noteSaid(request)
    .catch((error: unknown) => log.error({ error }, 'what a browser said of a conversion was not noted'))
    .finally(() => underWay--);
};

async function noteSaid(request: Request): Promise<void> {
  const { c, k } = request.query;
  const agent = request.get('user-agent') ?? '';
  if (typeof c !== 'string' || robotIn(agent) !== null) return;
  if (!(await hadOne(PER_ADDRESS, request.ip ?? ''))) return;
  const click = await findClick(c);
  const campaign = click && (await campaignsById([click.campaignId!])).get(click.campaignId!);
  if (!click || !campaign) return;
  await noteConversion(click, campaign, {
    saidBy: 'BROWSER',
    kind: typeof k === 'string' && KIND.test(k) ? k : null,
    order: null,
    value: null,
    at: null,
    person: null,
    isSameVisitor: visitorOf(request) === click.visitor,
  });
}

/** A script that is the same for everybody, so that browsers may keep it for an hour. */
const answerScript: RequestHandler = (_request, response) => {
  response
    .set({ ...OPEN, 'cache-control': 'public, max-age=3600' })
    .type('text/javascript; charset=utf-8')
    .send(convertScript());
};

export function pixelRoutes(router: Router): void {
  router.get('/convert.gif', answerPicture);
  router.get('/convert.js', answerScript);
}
