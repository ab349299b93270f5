import { type Request, type Response } from 'express';
import { answeringProblems, Problem } from '../../http/problems';
import { now } from '../../platform/clock';
import { takeOne } from '../../platform/limits';
import { type MyData, myData, type OwnRequest } from './myData';
import { RIGHTS_LIMIT } from './rules';

/**
 * `GET /api/my-data`: what `myData` tells as a file, for whoever has the session's token as a bearer (S40). Each contact in
 * it is recorded as a look.
 */
export const exportMyData = answeringProblems(async (request: Request, response: Response): Promise<void> => {
  await takeOne(RIGHTS_LIMIT.readPerIp, request.ip ?? '');
  const [, token = ''] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const held = await myData(token, 'file for the person');
  if (!held) throw new Problem('session-over', 'Ask for another code at /me.');
  response.setHeader('content-disposition', 'attachment; filename="my-data.json"');
  response.setHeader('cache-control', 'private, no-store');
  response.type('application/json').send(JSON.stringify(fileOf(held), null, 2));
});

const fileOf = ({ contacts, requests }: MyData): object => ({
  madeAt: now(),
  provenContacts: contacts.map(({ channel, value }) => ({ channel, value })),
  requests: requests.map(requestOf),
});

function requestOf({ lead, contact, agency, niche, consent, recipients }: OwnRequest): object {
  return {
    id: lead._id,
    niche,
    broughtBy: agency,
    state: lead.state,
    submittedAt: lead.submittedAt,
    capturedAt: lead.capturedAt,
    temperature: lead.temperature,
    contactKind: lead.contactKind,
    channel: lead.channel,
    country: lead.countryCode,
    contact,
    shownBeforeSale: { preview: lead.preview, answers: lead.answers.map(({ key, text }) => ({ key, text })) },
    proofs: lead.proofs,
    findings: lead.signals.map(({ code, evidence, at }) => ({ code, evidence, at })),
    consent,
    recipients,
  };
}
