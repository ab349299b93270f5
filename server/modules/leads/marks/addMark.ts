import { domainToASCII } from 'node:url';
import { parse } from 'tldts';
import { type AddMarkInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict, invalidInput } from '../../../platform/errors';
import { idFrom } from '../../../platform/ids';
import { takeFrom } from '../../../platform/limits';
import { keyedHash } from '../../../platform/seal';
import { inTransaction } from '../../../platform/transaction';
import { organisationsById } from '../../accounts';
import { PROVIDER_DOMAINS } from '../checks/emailProviders';
import { checkPhone } from '../checks/phone';
import { hashDomain } from '../vault/sealContact';
import { type MarkRow, Marks } from './model';

/** Of each owner. */
const MOST_MARKS = 30;
const CHANGES_A_DAY = 60;

/** Names a domain or phone as the organisation's own or as a competitor's, on record. */
export async function addMark(viewer: Viewer, input: AddMarkInput): Promise<{ mark: MarkRow }> {
  const { organisationId, personId } = viewer;
  const mark = await markOf(viewer, input);
  await takeFrom('add-mark', organisationId, CHANGES_A_DAY, 86_400);
  return inTransaction(async () => {
    const known = await Marks.findById(mark._id).lean<MarkRow>();
    if (known) return { mark: known };
    const { owner, kind } = mark;
    if ((await Marks.countDocuments({ organisationId, owner })) >= MOST_MARKS)
      throw conflict(`At most ${MOST_MARKS} can be named. Remove one that is not needed.`);
    await Marks.insertMany([mark], { lean: true });
    await recordAct({ actor: personId, act: 'addMark', subject: organisationId, after: { owner, kind } });
    return { mark };
  });
}

async function markOf({ organisationId, organisationKind }: Viewer, input: AddMarkInput): Promise<MarkRow> {
  const { whose: owner, kind } = input;
  if (owner === 'COMPETITOR' && organisationKind !== 'BUSINESS')
    throw invalidInput('Competitors are named by businesses, which buy.', ['whose']);
  if (owner === 'COMPETITOR' && kind === 'PHONE')
    throw invalidInput('A competitor is named by its domain. A number could be a person’s.', ['kind']);
  const value = kind === 'DOMAIN' ? domainOf(input.value) : await phoneOf(organisationId, input.value);
  return {
    _id: idFrom('mark', organisationId, owner, kind, value),
    organisationId,
    owner,
    kind,
    value,
    hash: kind === 'DOMAIN' ? hashDomain(value) : keyedHash('phone', value),
    addedAt: now(),
  };
}

/** The domain of what was written: a domain, an address with it, or a page of it. */
function domainOf(written: string): string {
  const host = written
    .trim()
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^.*@/, '')
    .replace(/[/:?#].*$/s, '');
  const domain = domainToASCII(host.toLowerCase());
  const { isIcann, domain: registered } = parse(domain);
  if (!isIcann || !registered || domain.length > 253)
    throw invalidInput('Give a domain such as firm.co.ke.', ['value']);
  const name = domain.replace(/^www\./, '');
  if (PROVIDER_DOMAINS.has(name) || PROVIDER_DOMAINS.has(registered))
    throw invalidInput('This is a public provider’s domain: its addresses belong to anybody.', ['value']);
  return name;
}

async function phoneOf(organisationId: string, written: string): Promise<string> {
  const organisation = (await organisationsById([organisationId])).get(organisationId);
  const { e164 } = checkPhone(written, organisation?.country ?? '');
  if (e164 === null) throw invalidInput('This is no phone number. Write it with + and its country code.', ['value']);
  return e164;
}
