import { config } from '../../../config';
import { type RenewConversionSecretInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { after, now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { takeFrom } from '../../../platform/limits';
import { newSecret, openFields, sealFields } from '../../../platform/seal';
import { inTransaction } from '../../../platform/transaction';
import { type ConversionSecret, ConversionSecrets } from './model';
import { CONVERSION } from './rules';

const COLLECTION = 'conversion_secrets';
const RENEWALS_A_DAY = 20;

/** How the pages and servers of a business tell of conversions. */
export interface ConversionSetup {
  postbackAddress: string;
  scriptAddress: string;
  pixelAddress: string;
  keyId: string | null;
  madeAt: Date | null;
  /** Until when the secret before is good; null where there is none any more. */
  formerUntil: Date | null;
}

/** Makes a secret of the viewer's business, which is told once; the one before ends a day later, or at once. */
export async function renewConversionSecret(
  viewer: Viewer,
  { endsFormerAtOnce }: RenewConversionSecretInput,
): Promise<{ secret: string; setup: ConversionSetup }> {
  const { organisationId: businessId, personId } = viewer;
  await takeFrom('conversion-secret', businessId, RENEWALS_A_DAY, 86_400);
  const secret = `lbc_${newSecret()}`;
  const [_id, at] = [newId('convkey'), now()];
  const sealed = sealFields(COLLECTION, _id, { secret });
  const formerEnd = endsFormerAtOnce === true ? at : after(at, CONVERSION.overlapMs);
  await inTransaction(async () => {
    await ConversionSecrets.insertMany([{ _id, businessId, sealed, createdBy: personId, createdAt: at, endsAt: null }]);
    await ConversionSecrets.updateMany(
      { businessId, _id: { $ne: _id }, $or: [{ endsAt: null }, { endsAt: { $gt: formerEnd } }] },
      { $set: { endsAt: formerEnd } },
    );
    await recordAct({
      actor: personId,
      act: 'renewConversionSecret',
      subject: businessId,
      after: { keyId: _id, endsFormerAtOnce: endsFormerAtOnce === true },
    });
  });
  return { secret, setup: await readSetup(viewer) };
}

/** How conversions of the viewer's business are told. The secret itself is in no answer but its own. */
export async function readSetup({ organisationId }: Viewer): Promise<ConversionSetup> {
  const at = now();
  const rows = await ConversionSecrets.find({
    businessId: organisationId,
    $or: [{ endsAt: null }, { endsAt: { $gt: at } }],
  })
    .sort({ createdAt: -1 })
    .readConcern('local')
    .lean<ConversionSecret[]>();
  const [newest, former] = rows;
  return {
    postbackAddress: `${config.publicUrl}/api/conversions`,
    scriptAddress: `${config.publicUrl}/convert.js`,
    pixelAddress: `${config.publicUrl}/convert.gif`,
    keyId: newest?._id ?? null,
    madeAt: newest?.createdAt ?? null,
    formerUntil: former?.endsAt ?? null,
  };
}

/** The secret of a key that is good at a moment, and whose it is; null of any other. */
export async function secretOf(keyId: string, at: Date): Promise<{ businessId: string; secret: string } | null> {
  const row = await ConversionSecrets.findById(keyId).lean<ConversionSecret>();
  if (!row || (row.endsAt !== null && row.endsAt <= at)) return null;
  const { secret } = openFields(COLLECTION, row._id, row.sealed);
  return secret === undefined ? null : { businessId: row.businessId, secret };
}
