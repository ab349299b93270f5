import { UserError } from '../../platform/errors';
import { type RefusedLead } from './listable';

export const agencyNotActive = (): UserError =>
  new UserError('AgencyNotActive', 'Your agency may not list yet: an admin approves it first, or it is suspended.');

export const leadsNotListable = (refused: readonly RefusedLead[]): UserError =>
  new UserError('LeadsNotListable', `${refused.length} of these leads cannot be sold together. Nothing was listed.`, {
    refused,
  });
