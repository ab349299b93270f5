import DataLoader from 'dataloader';
import { countsOf, type FormCountsRead } from './forms/counts';
import { type Form } from './forms/model';
import { formsById } from './forms/reads';
import { batchesById, sameFilesAs } from './intake/lists';
import { type Batch } from './intake/model';
import { type Lead } from './model';
import { type CallRecording } from './recordings/model';
import { recordingsOfLeads } from './recordings/reads';
import { consentsOf, leadsById, touchesOf, type ConsentRead, type LeadTouches } from './reads';

/** Reads of one request, each kind in one or two commands however many are asked for. */
export const loaders = () => ({
  leadById: new DataLoader<string, Lead | null>(async (ids) => {
    const found = await leadsById(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
  consentByLead: new DataLoader<string, ConsentRead | null>(async (ids) => {
    const found = await consentsOf(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
  formById: new DataLoader<string, Form | null>(formsById),
  countsByForm: new DataLoader<string, FormCountsRead>(countsOf),
  recordingsByLead: new DataLoader<string, CallRecording[]>(async (ids) => {
    const found = await recordingsOfLeads(ids);
    return ids.map((id) => found.get(id) ?? []);
  }),
  // Not kept: a subscription outlives many states of its batch.
  batchById: new DataLoader<string, Batch | null>(batchesById, { cache: false }),
  sameFileByBatch: new DataLoader<Batch, Batch | null>(sameFilesAs, { cache: false }),
  touchesByLead: new DataLoader<string, LeadTouches>(async (ids) => {
    const found = await touchesOf(ids);
    return ids.map((id) => found.get(id) ?? { count: 0, at: [], signals: [] });
  }),
});

export type LeadLoaders = ReturnType<typeof loaders>;
