import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { config } from '../../../config';
import { type CreateTrackedLinkInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { recordAct } from '../../../platform/audit';
import { now } from '../../../platform/clock';
import { conflict, invalidInput, notFound } from '../../../platform/errors';
import { whereLeads } from '../../../platform/hostNames';
import { once } from '../../../platform/idempotency';
import { readInput, together } from '../../../platform/inputs';
import { webTarget } from '../../../platform/webTarget';
import { applicationOf, campaignsById, regionBought } from '../../campaigns';
import { nicheTree, regionTree } from '../../catalog';
import { isSoldBy } from '../../pricing';
import { type TrackedLink, TrackedLinks } from '../model';
import { keepLink } from './linkMemory';
import { LINK } from './rules';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const CODE_LETTERS = 12;

/** 60 random bits: nobody finds a link by guessing. */
const newCode = (): string => [...randomBytes(CODE_LETTERS)].map((byte) => ALPHABET[byte & 31]!).join('');

const RULE = 'Give a name of 2 to 80 characters.';
const schema = z.object({ name: z.string().trim().min(2, RULE).max(80, RULE) });

/**
 * Makes a link of the viewer's agency: to one campaign that takes its visitors, or for a niche, where the market chooses.
 * The same client key answers with the same link. Throws InvalidInput, NotFound, Conflict.
 */
export async function createTrackedLink(
  viewer: Viewer,
  input: CreateTrackedLinkInput,
): Promise<{ trackedLink: TrackedLink }> {
  const [{ name }, fallbackUrl, regionId] = together(
    () => readInput(schema, { name: input.name }),
    () => readFallback(input.fallbackUrl),
    () => readRegion(input.regionId),
  );
  await requireOutside(fallbackUrl);
  const nicheId = await nicheOf(viewer.organisationId, input, regionId);
  const { clientKey, ...asked } = input;
  const request = { actor: viewer.organisationId, operation: 'createTrackedLink', key: clientKey, input: asked };
  const id = await once(request, async () => {
    const agencyId = viewer.organisationId;
    const others = await TrackedLinks.countDocuments({ agencyId });
    if (others >= LINK.mostOfAgency)
      throw conflict(`An agency has at most ${LINK.mostOfAgency} links. Tell sources apart by sub-ids instead.`);
    const link: TrackedLink = {
      _id: newCode(),
      agencyId,
      campaignId: input.campaignId ?? null,
      nicheId,
      regionId,
      channel: input.channel ?? 'OTHER',
      name,
      fallbackUrl,
      state: 'ACTIVE',
      version: 1,
      createdAt: now(),
    };
    await TrackedLinks.insertMany([link]);
    await recordAct({ actor: viewer.personId, act: 'createTrackedLink', subject: link._id });
    return link._id;
  });
  const link = (await TrackedLinks.findById(id).readConcern('local').lean<TrackedLink>())!;
  keepLink(link);
  return { trackedLink: link };
}

function readFallback(text: string | null | undefined): string | null {
  if (!text?.trim()) return null;
  const read = webTarget(text, new URL(config.publicUrl).hostname);
  if ('fault' in read) throw invalidInput(read.fault, ['fallbackUrl']);
  return read.url;
}

async function requireOutside(fallbackUrl: string | null): Promise<void> {
  const { fault } = fallbackUrl === null ? { fault: null } : await whereLeads(fallbackUrl);
  if (fault) throw invalidInput(fault, ['fallbackUrl']);
}

function readRegion(id: string): string {
  if (!regionTree().byId(id)) throw invalidInput('There is no such region.', ['regionId']);
  return id;
}

/** The niche that a link is of: its campaign's, or the one that was named. */
async function nicheOf(agencyId: string, input: CreateTrackedLinkInput, regionId: string): Promise<string> {
  const { campaignId, nicheId } = input;
  if (!campaignId) {
    if (!nicheId) throw invalidInput('Choose a campaign, or a niche for the market to choose in.', ['campaignId']);
    if (!nicheTree().byId(nicheId)) throw invalidInput('There is no such niche.', ['nicheId']);
    if (!isSoldBy(nicheId, 'CLICK')) throw invalidInput('This niche is not sold per click.', ['nicheId']);
    return nicheId;
  }
  const application = await applicationOf(agencyId, campaignId);
  const campaign = (await campaignsById([campaignId])).get(campaignId);
  if (!application || !campaign) throw notFound('campaign that takes your visitors');
  if (application.state !== 'APPROVED') throw conflict('The campaign does not take your visitors. Apply to it first.');
  if (campaign.model !== 'CLICK') throw conflict('The campaign is paid per call. Get a number for it instead.');
  if (campaign.state === 'ENDED') throw conflict('The campaign is over.');
  if (nicheId && nicheId !== campaign.nicheId)
    throw invalidInput('A link to a campaign is of its niche: leave the niche out.', ['nicheId']);
  if (regionBought(campaign.regionIds, regionId) === null)
    throw invalidInput('The campaign buys no visitors from this region.', ['regionId']);
  return campaign.nicheId;
}
