import { type EventHandler } from '../../platform/manifest';
import { withdrawAgency, withdrawLeads } from './withdrawLeads';

export const handlers: EventHandler[] = [
  {
    topic: 'organisation.suspended',
    name: 'listings.withdrawAgency',
    handle: ({ organisationId }) => withdrawAgency(organisationId),
  },
  { topic: 'lead.withdrawn', name: 'listings.withdrawLead', handle: ({ leadId }) => withdrawLeads([leadId]) },
];
