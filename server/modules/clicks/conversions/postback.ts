import { type Request, type Response, type Router } from 'express';
import { answeringProblems, Problem } from '../../../http/problems';
import { jsonOf, readJsonBytes } from '../../../http/jsonBody';
import { now } from '../../../platform/clock';
import { takeFrom } from '../../../platform/limits';
import { campaignsById } from '../../campaigns';
import { regionTree } from '../../catalog';
import { organisationsById } from '../../accounts';
import { readPersonOfBusiness } from '../../leads';
import { answerOfCall } from './answerOfCall';
import { readConversionBody } from './conversionBody';
import { findClick, isTooOld } from './findClick';
import { type Noted, noteConversion } from './noteConversion';
import { requireMoment } from './requireMoment';
import { secretOf } from './secrets';
import { madeAt } from '../../../platform/ids';
import { isSignedBy, isTimely, readSignature, SIGNATURE_HEADER } from './signature';

const ADDRESS = '/api/conversions';
const MOST_BYTES = 10_000;
/** Requests a minute. */
const PER_ADDRESS = 600;
const PER_KEY = 600;
const SECONDS = 60;

/** `POST /api/conversions`: the server of a business tells what became of a click or a call, signed. */
async function postConversion(request: Request, response: Response): Promise<void> {
  await takeFrom('conversions:address', request.ip ?? '', PER_ADDRESS, SECONDS);
  const bytes = await readJsonBytes(request, MOST_BYTES);
  const businessId = await senderOf(request, bytes);
  const said = readConversionBody(jsonOf(bytes));
  response.set('cache-control', 'no-store');
  if ('call' in said) return answerOfCall(said, businessId, response);
  const { click, campaign } = await clickOf(said.click, businessId);
  requireMoment(said.at, click.at, 'click');
  const { contact, ...rest } = said;
  const country = regionTree().byId(click.regionId)?.countryCode ?? 'ZZ';
  const noted = await noteConversion(click, campaign, {
    ...rest,
    saidBy: 'SERVER',
    person: contact && readPersonOfBusiness(contact, country),
    isSameVisitor: null,
  });
  response.status(noted.isRepeat ? 200 : 201).json(toldOf(noted));
}

const refused = (detail: string): Problem => new Problem('signature-refused', detail);

/** Whose server signed the body. A key that is unknown or over and a signature that does not fit are answered alike. */
async function senderOf(request: Request, bytes: Buffer): Promise<string> {
  const at = now();
  const signature = readSignature(request.get(SIGNATURE_HEADER));
  if (!signature)
    throw refused(
      'Sign the body: "Leadbourse-Signature: key=convkey_…,t=<Unix seconds>,v1=<hex of the HMAC-SHA-256>".',
    );
  const known = await secretOf(signature.keyId, at);
  if (!known || !isSignedBy(known.secret, signature, bytes))
    throw refused(
      'The signature does not fit: it is made with the secret of the key over the time, a point and the body.',
    );
  if (!isTimely(signature, at))
    throw refused(
      'The time of the signature is more than 5 minutes off. Set the clock right, and sign anew each time you send.',
    );
  await takeFrom('conversions:key', signature.keyId, PER_KEY, SECONDS);
  const business = (await organisationsById([known.businessId])).get(known.businessId);
  if (business?.status === 'SUSPENDED')
    throw new Problem('organisation-suspended', 'Its conversions are noted again when that ends.');
  return known.businessId;
}

/** The click, which must have come to a campaign of this business; another's reads as none. */
async function clickOf(id: string, businessId: string) {
  const made = madeAt('click', id);
  if (made && isTooOld(made))
    throw new Problem('click-too-old', 'Clicks are kept for 90 days, and nothing is noted of them afterwards.');
  const click = await findClick(id);
  const campaign = click && (await campaignsById([click.campaignId!])).get(click.campaignId!);
  if (!campaign || campaign.businessId !== businessId)
    throw new Problem(
      'click-unknown',
      'No visitor came to a campaign of yours by this click. Send what stood in "lbclick" as it is.',
    );
  return { click, campaign };
}

const KEPT_OUT = {
  code: 'PERSON_KEPT_OUT',
  message: 'The conversion is noted without its person, who asked this market to keep nothing of them.',
};

const toldOf = ({ conversion, isRepeat, isKeptOut }: Noted): object => ({
  id: conversion._id,
  click: conversion.clickId,
  isRepeat,
  secondsFromClick: conversion.seconds,
  isQuick: conversion.isQuick,
  lead: conversion.leadId,
  notes: isKeptOut ? [KEPT_OUT] : [],
});

export function postbackRoutes(router: Router): void {
  router.post(ADDRESS, answeringProblems(postConversion));
  router.all(
    ADDRESS,
    answeringProblems(async ({ method }) => {
      throw new Problem('method-not-allowed', `Send a conversion by POST; ${method} does nothing here.`, {
        headers: { allow: 'POST' },
      });
    }),
  );
}
