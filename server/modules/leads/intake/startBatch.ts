import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict, invalidInput, notFound } from '../../../platform/errors';
import { idFrom } from '../../../platform/ids';
import { together } from '../../../platform/inputs';
import { sha256 } from '../../../platform/seal';
import { duplicateKeyOf } from '../../../platform/transaction';
import { nicheTree, regionTree } from '../../catalog';
import { readDefaults } from './batchDefaults';
import { findBatch } from './findBatch';
import { type Batch, Batches } from './model';
import { emptyTally } from './tally';

export interface StartBatchInput {
  clientKey: string;
  nicheSlug: string;
  country: string;
  defaults?: unknown;
  correctsBatchId?: string | null | undefined;
}

/** Begins a batch for one file of one niche. The same client key answers with the same batch. */
export async function startBatch(viewer: Viewer, input: StartBatchInput): Promise<{ batch: Batch }> {
  const niche = nicheTree().bySlug(input.nicheSlug);
  if (!niche || niche.isRetired) throw notFound('niche');
  const [country, defaults] = together(
    () => countryOf(input.country),
    () => readDefaults(input.defaults),
  );
  const corrected = input.correctsBatchId ? await findBatch(viewer, input.correctsBatchId) : null;
  const _id = idFrom('batch', viewer.organisationId, input.clientKey);
  const inputHash = sha256(JSON.stringify([niche.slug, country.countryCode, defaults, corrected?._id ?? null]));
  const at = now();
  const batch: Batch = {
    _id,
    agencyId: viewer.organisationId,
    personId: viewer.personId,
    nicheId: niche._id,
    country: country.countryCode,
    defaults,
    inputHash,
    correctsIds: corrected ? [corrected._id, ...corrected.correctsIds] : [],
    state: 'AWAITING_FILE',
    file: null,
    format: null,
    heading: null,
    columns: [],
    dryRun: null,
    tally: emptyTally(),
    doneRow: 0,
    progress: 0,
    activeMs: 0,
    importRuns: 0,
    problem: null,
    createdAt: at,
    importAskedAt: null,
    finishedAt: null,
    changedAt: at,
  };
  return { batch: await insertOnce(batch) };
}

function countryOf(code: string) {
  const country = regionTree().byCode(code.toUpperCase());
  if (country?.kind === 'COUNTRY') return country;
  throw invalidInput('The market does not know this country. Give its two-letter code.', ['country']);
}

async function insertOnce(batch: Batch): Promise<Batch> {
  try {
    await Batches.insertMany([batch]);
    return batch;
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    // As it is now: a row that refused ours as a duplicate must be found, even before it counts as majority-written.
    const before = await Batches.findById(batch._id).readConcern('local').lean<Batch>();
    if (!before) throw error;
    if (before.inputHash !== batch.inputHash) throw conflict('This client key was used before for another batch.');
    return before;
  }
}
