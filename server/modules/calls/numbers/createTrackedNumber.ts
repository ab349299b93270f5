import { z } from 'zod';
import { type CreateTrackedNumberInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict, invalidInput, notFound, UserError } from '../../../platform/errors';
import { idFrom } from '../../../platform/ids';
import { line, readInput, together } from '../../../platform/inputs';
import { log } from '../../../platform/log';
import { sha256 } from '../../../platform/seal';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { applicationOf, type Campaign, campaignsById, regionBought } from '../../campaigns';
import { regionTree } from '../../catalog';
import { type TrackedNumber, TrackedNumbers } from '../model';
import { NUMBERS } from '../rules';
import { ProviderRefused, ProviderSilent } from '../telephony/provider';
import { hindranceOfCalls } from './callTargets';
import { getNumber } from './getNumber';

const SUB_ID_RULE = 'At most 64 letters, digits, dots, dashes and underscores.';
const schema = z.object({
  name: line(2, 80, 'Give a name of 2 to 80 characters.'),
  subId: z.string().regex(/^[\w.-]{0,64}$/, SUB_ID_RULE),
});

/**
 * Gets a number of the provider for the viewer's agency, of a campaign that takes its callers. The same client key answers
 * with the same number, and goes on where the provider did not answer before. Throws InvalidInput, NotFound, Conflict.
 */
export async function createTrackedNumber(
  viewer: Viewer,
  input: CreateTrackedNumberInput,
): Promise<{ trackedNumber: TrackedNumber }> {
  const [said, regionId] = together(
    () => readInput(schema, { name: input.name, subId: input.subId ?? '' }),
    () => readRegion(input.regionId),
  );
  const campaign = await campaignFor(viewer.organisationId, input.campaignId, regionId);
  const { clientKey, ...asked } = input;
  const inputHash = sha256(JSON.stringify(asked));
  const _id = idFrom('number', viewer.organisationId, clientKey);
  const wanted: TrackedNumber = {
    _id,
    agencyId: viewer.organisationId,
    campaignId: campaign._id,
    nicheId: campaign.nicheId,
    regionId,
    ...said,
    state: 'WANTED',
    phone: null,
    sid: null,
    inputHash,
    createdAt: now(),
  };
  const row = await wish(viewer, wanted);
  if (row.inputHash !== inputHash) throw conflict('This key was used for another number. Send a new key.');
  if (row.state !== 'WANTED') return { trackedNumber: row };
  return { trackedNumber: await get(row) };
}

/** The wish is kept before the provider is asked, so that asking again buys no second number. */
async function wish(viewer: Viewer, wanted: TrackedNumber): Promise<TrackedNumber> {
  const known = (): Promise<TrackedNumber | null> =>
    TrackedNumbers.findById(wanted._id).readConcern('local').lean<TrackedNumber>();
  const earlier = await known();
  if (earlier) return earlier;
  try {
    return await inTransaction(async () => {
      const { agencyId } = wanted;
      const others = await TrackedNumbers.countDocuments({ agencyId, state: { $ne: 'RELEASED' } });
      if (others >= NUMBERS.mostOfAgency)
        throw conflict(`An agency has at most ${NUMBERS.mostOfAgency} numbers. Give one of them out again.`);
      await TrackedNumbers.insertMany([wanted]);
      await recordAct({ actor: viewer.personId, act: 'createTrackedNumber', subject: wanted._id });
      return wanted;
    });
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    return (await known())!;
  }
}

async function get(row: TrackedNumber): Promise<TrackedNumber> {
  try {
    return await getNumber(row);
  } catch (error) {
    if (!(error instanceof UserError || error instanceof ProviderRefused || error instanceof ProviderSilent))
      throw error;
    log.warn({ error, numberId: row._id }, 'the provider gave no number');
    if (error instanceof ProviderSilent)
      throw conflict('The telephone provider does not answer. Send the same request again in a minute.');
    // What was wished for is not to be had: the key may be used again.
    await TrackedNumbers.deleteOne({ _id: row._id, state: 'WANTED' });
    throw error instanceof UserError ? error : conflict('The telephone provider refused to give a number there.');
  }
}

function readRegion(id: string): string {
  if (!regionTree().byId(id)) throw invalidInput('There is no such region.', ['regionId']);
  return id;
}

async function campaignFor(agencyId: string, campaignId: string, regionId: string): Promise<Campaign> {
  const application = await applicationOf(agencyId, campaignId);
  const campaign = (await campaignsById([campaignId])).get(campaignId);
  if (!application || !campaign) throw notFound('campaign that takes your callers');
  if (campaign.model !== 'CALL') throw conflict('The campaign is paid per click. Make a link for it instead.');
  if (application.state !== 'APPROVED') throw conflict('The campaign does not take your callers. Apply to it first.');
  if (campaign.state === 'ENDED') throw conflict('The campaign is over.');
  if (regionBought(campaign.regionIds, regionId) === null)
    throw invalidInput('The campaign buys no calls from this region.', ['regionId']);
  const hindrance = hindranceOfCalls();
  if (hindrance) throw conflict(hindrance);
  return campaign;
}
