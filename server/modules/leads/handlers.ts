import { type EventHandler } from '../../platform/manifest';
import { noteTraders } from './marks/nicheTraders';
import { rejectCondemnedLead } from './rejectCondemnedLead';

export const handlers: EventHandler[] = [
  { topic: 'dispute.decided', name: 'leads.rejectCondemned', handle: (decision) => rejectCondemnedLead(decision) },
  noteTraders,
];
