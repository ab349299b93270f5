import { type EventHandler } from '../../platform/manifest';
import { withdrawIfSuspended, withdrawLeads } from './withdrawLeads';

export const handlers: EventHandler[] = [
  {
    topic: 'organisation.suspended',
    name: 'listings.withdrawAgency',
    handle: ({ organisationId }) => withdrawIfSuspended(organisationId),
  },
  { topic: 'lead.withdrawn', name: 'listings.withdrawLead', handle: ({ leadId }) => withdrawLeads([leadId]) },
];
