import { type Request, type Response } from 'express';
import { answeringProblems, Problem } from '../../http/problems';
import { now } from '../../platform/clock';
import { takeOne } from '../../platform/limits';
import { nicheTree } from '../catalog';
import { addressOfForm } from '../leads';
import { type MyData, myData, type OwnRequest } from './myData';
import { RIGHTS_LIMIT } from './rules';
import { tokenOf } from './session';

/**
 * `GET /api/my-data`: what `myData` tells as a file, for whoever has the session's token as a bearer (S40). Each contact in
 * it is recorded as a look.
 */
export const exportMyData = answeringProblems(async (request: Request, response: Response): Promise<void> => {
  await takeOne(RIGHTS_LIMIT.readPerIp, request.ip ?? '');
  const held = await myData(tokenOf(request), 'file for the person');
  if (!held) throw new Problem('session-over', 'Ask for another code at /me.');
  response.setHeader('content-disposition', 'attachment; filename="my-data.json"');
  response.setHeader('cache-control', 'private, no-store');
  response.type('application/json').send(JSON.stringify(fileOf(held), null, 2));
});

const fileOf = ({ contacts, requests, fromBusinesses, calls }: MyData): object => ({
  madeAt: now(),
  provenContacts: contacts.map(({ channel, value }) => ({ channel, value })),
  requests: requests.map(requestOf),
  fromBusinesses: fromBusinesses.map(withNiche),
  calls: calls.map(withNiche),
});

const withNiche = ({ nicheId, ...held }: { nicheId: string }): object => ({
  ...held,
  niche: nicheTree().byId(nicheId)?.name ?? '',
});

function requestOf({ lead, isBeside, contact, agency, niche, consent, recordings, recipients }: OwnRequest): object {
  return {
    id: lead._id,
    niche: niche?.name ?? '',
    broughtBy: agency,
    state: lead.state,
    submittedAt: lead.submittedAt,
    capturedAt: lead.capturedAt,
    ...(isBeside ? {} : soldAs(lead)),
    contact,
    proofs: lead.proofs,
    findings: lead.signals.map(({ code, evidence, at }) => ({ code, evidence, at })),
    consent,
    cameFrom: lead.source ? { ...lead.source, form: addressOfForm(lead.source.formId) } : null,
    // The sound of each is had at its address by the same token, which the page does for you.
    recordedCalls: recordings.map(({ _id, ...recording }) => ({ id: _id, ...recording })),
    recipients,
  };
}

/** What the market shows of a request; of one that was another's first it is that other's. */
const soldAs = ({ temperature, contactKind, channel, countryCode, preview, answers }: OwnRequest['lead']): object => ({
  temperature,
  contactKind,
  channel,
  country: countryCode,
  shownBeforeSale: { preview, answers: answers.map(({ key, text }) => ({ key, text })) },
});
