import { type CallRecording, CallRecordings } from './model';
import { openWords } from './sealedWords';

/** The recordings of each of these leads whose sound is there, the latest call first. */
export async function recordingsOfLeads(leadIds: readonly string[]): Promise<Map<string, CallRecording[]>> {
  const rows = await CallRecordings.find({ leadId: { $in: [...leadIds] }, state: 'STORED' })
    .sort({ calledAt: -1 })
    .lean<CallRecording[]>();
  const found = new Map<string, CallRecording[]>();
  for (const row of rows) found.set(row.leadId, [...(found.get(row.leadId) ?? []), row]);
  return found;
}

/** A recording whose sound is there; null for any other id. */
export const storedRecording = (id: string): Promise<CallRecording | null> =>
  CallRecordings.findOne({ _id: id, state: 'STORED' }).lean<CallRecording>();

/** Who called and what was asked. The opening must have been recorded (`recordLook`). */
export const wordsOfRecording = (recording: CallRecording) => openWords(recording);
