import { z } from 'zod';
import { systemViewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { MARKET_CURRENCY } from '../../../platform/money';
import { emit } from '../../../platform/outbox';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { email, line, newPassword, read, refuseOwnAddress } from '../input';
import { Members, Organisations, People } from '../model';
import { hashPassword } from '../signIn/passwords';
import { insertPerson } from '../signIn/people';
import { searchKeyOf } from '../rules';
import { memberIdOf } from '../standing';

const PLATFORM_ID = systemViewer.organisationId;
const schema = z.object({ email, password: newPassword, name: line(1, 100) });

/**
 * Makes the platform's organisation and its first admin where they are missing; called by configuration and seed, never
 * by the API. Further admins are invited. An existing login keeps its password; a second call changes nothing.
 */
export async function ensurePlatformAdmin(address: string, password: string, name = 'Platform owner'): Promise<void> {
  const wanted = read(schema, { email: address, password, name });
  if (await isAdmin(wanted.email)) return;
  refuseOwnAddress(wanted.password, wanted.email, 'password');
  const passwordHash = await hashPassword(wanted.password);
  try {
    await inTransaction(async () => {
      await ensurePlatform();
      const known = await People.findOne({ email: wanted.email }, { _id: 1 }).lean();
      await makeAdmin(known?._id ?? (await insertPerson(wanted, passwordHash)));
    });
  } catch (error) {
    // Another process came first.
    if (!duplicateKeyOf(error) || !(await isAdmin(wanted.email))) throw error;
  }
}

async function isAdmin(address: string): Promise<boolean> {
  const person = await People.findOne({ email: address }, { _id: 1 }).lean();
  if (!person) return false;
  return (await Members.exists({ _id: memberIdOf(PLATFORM_ID, person._id), role: 'ADMIN' })) !== null;
}

async function ensurePlatform(): Promise<void> {
  if (await Organisations.exists({ _id: PLATFORM_ID })) return;
  const at = now();
  await Organisations.insertMany([
    {
      _id: PLATFORM_ID,
      kind: 'PLATFORM',
      name: 'Leadbourse',
      nameKey: searchKeyOf('Leadbourse'),
      country: 'GB',
      currency: MARKET_CURRENCY,
      status: 'ACTIVE',
      suspendedBecause: null,
      approvedAt: at,
      ownersVersion: 0,
      createdAt: at,
    },
  ]);
  await emit('organisation.created', PLATFORM_ID, {
    organisationId: PLATFORM_ID,
    kind: 'PLATFORM',
    currency: MARKET_CURRENCY,
  });
}

async function makeAdmin(personId: string): Promise<void> {
  const _id = memberIdOf(PLATFORM_ID, personId);
  await Members.updateOne(
    { _id },
    {
      $set: { role: 'ADMIN' },
      $setOnInsert: { personId, organisationId: PLATFORM_ID, invitedBy: null, joinedAt: now() },
    },
    { upsert: true },
  );
  await recordAct({ actor: 'system', act: 'ensurePlatformAdmin', subject: _id });
}
