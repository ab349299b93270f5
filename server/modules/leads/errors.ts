import { conflict, notFound } from '../../platform/errors';
import { type LeadState } from './rules';

/** The same words for a lead that does not exist and for one that is another's. */
export const noSuchLead = () => notFound('lead');

const STATE_WORDS: Readonly<Record<LeadState, string>> = {
  ACCEPTED: 'accepted',
  QUARANTINED: 'in quarantine',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
};

export const leadIsInState = (state: LeadState) => conflict(`The lead is ${STATE_WORDS[state]}. Nothing was done.`);
