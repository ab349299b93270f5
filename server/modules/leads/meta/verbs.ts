import { z } from 'zod';
import {
  type ChangeMetaFormsInput,
  type ConnectMetaPageInput,
  type DisconnectMetaPageInput,
  type MetaFormInput,
  type RenewMetaTokenInput,
} from '../../../generated/graphql';
import { config } from '../../../config';
import { type Viewer } from '../../../graphql/viewer';
import { type ActName } from '../../../platform/actNames';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict, invalidInput, invalidInputs, notFound } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { readInput, together } from '../../../platform/inputs';
import { takeFrom } from '../../../platform/limits';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { denialIn } from '../checks/consentDenied';
import { LEAST_CONSENT, saysSomething } from '../checks/wording';
import { wrongCountry, wrongNiche, wrongText } from '../wrongInput';
import { fetchWaiting } from './fetchLead';
import { graphApi, type GraphProblem, GraphRefusal } from './graphApi';
import { type MetaConnection, MetaConnections, type MetaForm } from './model';
import { sealToken } from './token';

const MOST_FORMS = 50;
const ATTEMPTS_PER_HOUR = 60;

const digits = (what: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,40}$/, `Give the ${what} as Meta shows it, in digits.`);

const token = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{20,2000}$/, 'Give the access token of the page as Meta shows it.');

const page = z.object({ pageId: digits('id of the page'), accessToken: token });

/** The forms with all that is wrong in them told together. */
function readForms(forms: readonly MetaFormInput[]): MetaForm[] {
  if (forms.length === 0) throw invalidInput('Name at least one form of the page.', ['forms']);
  if (forms.length > MOST_FORMS) throw invalidInput(`At most ${MOST_FORMS} forms.`, ['forms']);
  const problems = forms.flatMap((form, place) => problemsOf(form, forms, place));
  if (problems.length > 0) throw invalidInputs(problems);
  return forms.map(({ formId, nicheId, country, consentText }) => ({
    formId: formId.trim(),
    nicheId,
    country,
    consentText: consentText.trim(),
  }));
}

function problemsOf(
  { formId, nicheId, country, consentText }: MetaFormInput,
  forms: readonly MetaFormInput[],
  place: number,
) {
  const isTwice = forms.findIndex((other) => other.formId.trim() === formId.trim()) !== place;
  const isForm = /^\d{1,40}$/.test(formId.trim());
  const saysWhat = saysSomething(consentText, LEAST_CONSENT) && denialIn(consentText) !== 'NO';
  const told: [wrong: string | null, field: string][] = [
    [isForm ? null : 'Give the id of the form as Meta shows it, in digits.', 'formId'],
    [isForm && isTwice ? 'This form stands here twice.' : null, 'formId'],
    [wrongNiche(nicheId), 'nicheId'],
    [wrongCountry(country), 'country'],
    [saysWhat ? wrongText(consentText) : 'Write what the form says that people agree to.', 'consentText'],
  ];
  return told.flatMap(([message, field]) => (message ? [{ message, path: ['forms', `${place}`, field] }] : []));
}

const requireApp = (): void => {
  if (!config.meta) throw conflict('No app of Meta is set up on this market, so no page can be connected.');
};

const REFUSALS: Readonly<Record<GraphProblem, string>> = {
  TOKEN_REFUSED: 'Meta does not take this token for this page. Make one that may read the leads of the page.',
  NOT_FOUND: 'Meta knows no page of this id, or the token does not reach it.',
  UNREACHABLE: 'Meta cannot be reached now. Nothing was done; try again in a moment.',
  UNREADABLE: 'Meta answered something that is no page. Nothing was done.',
};

/** Tries the token at Meta, which shows as well that the page is the agency's, and has its leads sent here. */
async function pageNamed(pageId: string, accessToken: string): Promise<string> {
  try {
    const { name } = await graphApi.readPage(pageId, accessToken);
    await graphApi.subscribePage(pageId, accessToken);
    return name;
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    const isOfField = error.problem === 'TOKEN_REFUSED' || error.problem === 'NOT_FOUND';
    throw isOfField ? invalidInput(REFUSALS[error.problem], ['accessToken']) : conflict(REFUSALS[error.problem]);
  }
}

/** Connects a page of Meta: its leads come by themselves from now on, and those that waited for it. */
export async function connectMetaPage(viewer: Viewer, input: ConnectMetaPageInput) {
  const [{ pageId, accessToken }, forms] = together(
    () => readInput(page, input),
    () => readForms(input.forms),
  );
  requireApp();
  await takeFrom('meta-connect', viewer.organisationId, ATTEMPTS_PER_HOUR, 3600);
  const pageName = await pageNamed(pageId, accessToken);
  const _id = newId('connection');
  const at = now();
  const connection: MetaConnection = {
    _id,
    agencyId: viewer.organisationId,
    pageId,
    pageName,
    sealed: sealToken(_id, accessToken),
    forms,
    state: 'LIVE',
    problem: null,
    createdBy: viewer.personId,
    createdAt: at,
    changedAt: at,
    endedAt: null,
  };
  try {
    await inTransaction(async () => {
      await MetaConnections.insertMany([connection], { lean: true });
      await tell(viewer, 'connectMetaPage', { pageId, forms: forms.map(({ formId }) => formId) });
      await fetchWaiting(pageId);
    });
  } catch (error) {
    if (duplicateKeyOf(error) === null) throw error;
    throw conflict('This page is connected already. Disconnect it first where it is.');
  }
  return { page: connection };
}

const tell = (viewer: Viewer, act: ActName, after: object): Promise<void> =>
  recordAct({ actor: viewer.personId, act, subject: viewer.organisationId, after });

/** Changes a live connection of the viewer's agency, and sets going what waited for that. */
async function change(viewer: Viewer, connectionId: string, act: ActName, set: Partial<MetaConnection>) {
  return inTransaction(async () => {
    const connection = await MetaConnections.findOneAndUpdate(
      { _id: connectionId, agencyId: viewer.organisationId, state: 'LIVE' },
      { $set: { ...set, changedAt: now() } },
      { returnDocument: 'after' },
    ).lean<MetaConnection>();
    if (!connection) throw notFound('connection');
    const { pageId } = connection;
    await tell(viewer, act, { pageId, forms: connection.forms.map(({ formId }) => formId) });
    if (connection.state === 'LIVE') await fetchWaiting(pageId);
    return { page: connection };
  });
}

/** Says anew which forms of a page are which niche. */
export const changeMetaForms = async (viewer: Viewer, { metaPageId, forms }: ChangeMetaFormsInput) =>
  change(viewer, metaPageId, 'changeMetaForms', { forms: readForms(forms) });

/** Takes a new token in place of one that Meta refuses, or will. */
export async function renewMetaToken(viewer: Viewer, input: RenewMetaTokenInput) {
  const { accessToken } = readInput(z.object({ accessToken: token }), input);
  requireApp();
  await takeFrom('meta-connect', viewer.organisationId, ATTEMPTS_PER_HOUR, 3600);
  const found = await MetaConnections.findOne({
    _id: input.metaPageId,
    agencyId: viewer.organisationId,
    state: 'LIVE',
  }).lean<MetaConnection>();
  if (!found) throw notFound('connection');
  const pageName = await pageNamed(found.pageId, accessToken);
  const sealed = sealToken(found._id, accessToken);
  return change(viewer, found._id, 'renewMetaToken', { sealed, pageName, problem: null });
}

/** Ends a connection: the token is forgotten, leads of the page wait for another one. */
export const disconnectMetaPage = (viewer: Viewer, { metaPageId }: DisconnectMetaPageInput) =>
  change(viewer, metaPageId, 'disconnectMetaPage', {
    state: 'ENDED',
    endedAt: now(),
    sealed: sealToken(metaPageId, ''),
  });
