import { type SubmitLeadInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { invalidInputs } from '../../platform/errors';
import { onceTold } from '../../platform/idempotency';
import { idFrom } from '../../platform/ids';
import { takeFrom } from '../../platform/limits';
import { acceptRows } from './accept/acceptRows';
import { type CandidateBatch, type CandidateRow, type RowOutcome } from './candidate';
import { checkEmail, isOfSlip } from './checks/email';
import { Leads, type Lead } from './model';
import { requireApproval } from './policy';
import {
  wrongCountry,
  wrongIp,
  wrongNiche,
  wrongPage,
  wrongPast,
  wrongQuestion,
  wrongRecipients,
  wrongText,
} from './wrongInput';

/** Few enough that nobody can go through lists of phones to learn which the market knows: a file is the way for many. */
const LEADS_PER_MINUTE = 60;

/**
 * Takes one lead through the same checks and the same door as the rows of a file. Only of an approved agency: the
 * answer tells whether the market knows the person already. A repeat of its key answers the same and counts against no
 * limit.
 */
export async function submitLead(viewer: Viewer, input: SubmitLeadInput) {
  requireApproval(viewer, 'submitted');
  requireSound(input);
  const { clientKey, ...facts } = input;
  const request = { actor: viewer.organisationId, operation: 'submitLead', key: clientKey, input: facts };
  const { result: outcome, isRepeat } = await onceTold(
    request,
    async () => (await acceptRows([rowOf(input)], batchOf(viewer, input)))[0]!,
    () => takeFrom('submit-lead', viewer.organisationId, LEADS_PER_MINUTE, 60),
  );
  // An answer that was kept from before there were notes of accepted leads has none.
  const signals = 'signals' in outcome ? outcome.signals : [];
  return {
    isRepeat,
    outcome: outcome.outcome,
    lead: await leadOf(outcome),
    reasons: signals.filter(({ isDeciding }) => isDeciding),
    notes: signals.filter(({ isDeciding }) => !isDeciding),
    emailMeant: signals.some(({ code }) => isOfSlip(code)) ? checkEmail(input.email ?? '', input.country).meant : null,
  };
}

/** All that is wrong with the input itself is told together. */
export function requireSound(input: SubmitLeadInput): void {
  const { page, ip, at, recipients } = input.consent;
  const told: [wrong: string | null, ...path: string[]][] = [
    [wrongNiche(input.nicheId), 'nicheId'],
    [input.capturedAt ? wrongPast(input.capturedAt) : null, 'capturedAt'],
    [page ? wrongPage(page) : null, 'consent', 'page'],
    [wrongPast(at), 'consent', 'at'],
    [wrongIp(ip ?? ''), 'consent', 'ip'],
    [wrongRecipients(recipients ?? []), 'consent', 'recipients'],
    [wrongCountry(input.country), 'country'],
    ...(input.answers ?? []).map(({ key }, place): [string | null, ...string[]] => [
      wrongQuestion(input.nicheId, key),
      'answers',
      `${place}`,
      'key',
    ]),
    ...textsOf(input).map(([text, ...path]): [string | null, ...string[]] => [wrongText(text ?? ''), ...path]),
  ];
  const problems = told.flatMap(([message, ...path]) => (message === null ? [] : [{ message, path }]));
  if (problems.length > 0) throw invalidInputs(problems);
}

/** What is written in words, each with its field. */
const textsOf = ({ consent, ...input }: SubmitLeadInput): [text: string | null | undefined, ...path: string[]][] => [
  [input.name, 'name'],
  [input.phone, 'phone'],
  [input.email, 'email'],
  [input.region, 'region'],
  [input.city, 'city'],
  [input.comment, 'comment'],
  [input.convenientTime, 'convenientTime'],
  ...(input.answers ?? []).map(({ value }, place): [string, ...string[]] => [value, 'answers', `${place}`, 'value']),
  [consent.text, 'consent', 'text'],
  [consent.page, 'consent', 'page'],
];

export function batchOf(viewer: Viewer, input: SubmitLeadInput): CandidateBatch {
  return {
    _id: idFrom('submitted', viewer.organisationId, input.clientKey),
    agencyId: viewer.organisationId,
    personId: viewer.personId,
    nicheId: input.nicheId,
    country: input.country,
    at: now(),
    defaults: {},
  };
}

export function rowOf(input: SubmitLeadInput): CandidateRow {
  const { consent } = input;
  const told = {
    fullName: input.name,
    phone: input.phone,
    email: input.email,
    region: input.region,
    city: input.city,
    comment: input.comment,
    convenientTime: input.convenientTime,
    temperature: input.temperature,
    contactKind: input.contactKind,
    channel: input.channel,
    type: input.type,
    createdAt: input.capturedAt?.toISOString(),
    consentText: consent.text,
    consentPage: consent.page,
    // A clock that is a little ahead of ours gave it just now.
    consentAt: (consent.at > now() ? now() : consent.at).toISOString(),
    consentIp: consent.ip,
    consentMethod: consent.method,
  };
  const given = Object.entries(told).filter(([, value]) => typeof value === 'string' && value.trim() !== '');
  const answers = Object.fromEntries((input.answers ?? []).map(({ key, value }) => [key, value]));
  const named = [...new Set(consent.recipients?.map((name) => name.trim()))];
  return {
    row: 1,
    values: { ...Object.fromEntries(given), answers },
    ...(named.length > 0 ? { namedRecipients: named } : {}),
  };
}

/** The lead that the answer shows: the new one, or the agency's own that the person already is. */
async function leadOf(outcome: RowOutcome): Promise<Lead | null> {
  const id = 'leadId' in outcome ? outcome.leadId : outcome.outcome === 'DUPLICATE' ? outcome.ofLeadId : undefined;
  return id === undefined ? null : Leads.findById(id).lean<Lead>();
}
