import { conflict, notFound, type UserError } from '../../platform/errors';
import { type LeadState } from './rules';

/** The same words for a lead that does not exist and for one that is another's. */
export const noSuchLead = () => notFound('lead');

const STATE_WORDS: Readonly<Record<LeadState, string>> = {
  ACCEPTED: 'accepted',
  QUARANTINED: 'in quarantine',
  REJECTED: 'rejected',
  WITHDRAWN: 'withdrawn',
  ERASED: 'erased',
};

const leadIsInState = (state: LeadState): UserError => conflict(`The lead is ${STATE_WORDS[state]}. Nothing was done.`);

const LEFT_QUARANTINE: Readonly<Record<Exclude<LeadState, 'QUARANTINED'>, string>> = {
  ACCEPTED: 'A colleague has released this lead already. Nothing was done.',
  REJECTED: 'A colleague has rejected this lead already. Nothing was done.',
  WITHDRAWN: 'The agency or the person has withdrawn this lead. Nothing was done.',
  ERASED: 'The data of this person was erased. Nothing was done.',
};

/** Why a lead cannot make a move from these states: of one that waited in quarantine, how it was decided meanwhile. */
export function cannotMove(from: readonly LeadState[], state: LeadState): UserError {
  const waited = from.every((one) => one === 'QUARANTINED');
  return waited && state !== 'QUARANTINED' ? conflict(LEFT_QUARANTINE[state]) : leadIsInState(state);
}
