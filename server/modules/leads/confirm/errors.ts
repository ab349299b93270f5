import { conflict, UserError } from '../../../platform/errors';
import { type ConfirmationState } from './rules';

export const linkNotOpen = (): UserError =>
  new UserError('LinkNotOpen', 'This link is not open any more. Nothing was done.');

const ANSWERED: Readonly<Record<Exclude<ConfirmationState, 'OPEN'>, string>> = {
  CONFIRMED: 'You have confirmed this request already; you can still withdraw your consent. Nothing was done.',
  DENIED: 'It was said already that this request is not yours. Nothing was done.',
  WITHDRAWN: 'The consent was withdrawn already. Nothing was done.',
};

export const answeredBefore = (state: ConfirmationState): UserError =>
  state === 'OPEN' ? linkNotOpen() : conflict(ANSWERED[state]);
