import { type EventHandler } from '../../platform/manifest';
import { removeUpload } from './intake/removeUpload';
import { removeRecordings } from './recordings/removeRecordings';
import { noteTraders } from './marks/nicheTraders';
import { rejectCondemnedLead } from './rejectCondemnedLead';

import { noteVerdict } from './ruleWeights/noteVerdict';

export const handlers: EventHandler[] = [
  { topic: 'dispute.decided', name: 'leads.noteVerdict', handle: (decision) => noteVerdict(decision) },
  { topic: 'dispute.decided', name: 'leads.rejectCondemned', handle: (decision) => rejectCondemnedLead(decision) },
  noteTraders,
  { topic: 'batch.holdsErased', name: 'leads.removeUpload', handle: ({ batchId }) => removeUpload(batchId) },
  {
    topic: 'lead.erased',
    name: 'leads.removeRecordings',
    handle: async ({ leadId }) => void (await removeRecordings([leadId])),
  },
];
