import { type EventHandler } from '../../platform/manifest';
import { followProofs } from './followProofs';
import { withdrawIfSuspended, withdrawLeads } from './withdrawLeads';

export const handlers: EventHandler[] = [
  {
    topic: 'organisation.suspended',
    name: 'listings.withdrawAgency',
    handle: ({ organisationId }) => withdrawIfSuspended(organisationId),
  },
  { topic: 'lead.proven', name: 'listings.followProofs', handle: ({ leadId }) => followProofs(leadId) },
  { topic: 'lead.withdrawn', name: 'listings.withdrawLead', handle: ({ leadId }) => withdrawLeads([leadId]) },
];
