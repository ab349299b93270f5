import { UserError } from '../../platform/errors';

export const badCredentials = (): UserError =>
  new UserError('BadCredentials', 'This e-mail address and password do not belong together.');

export const emailTaken = (): UserError =>
  new UserError(
    'EmailTaken',
    'This e-mail address has a login already. Give its own password to add the organisation to it, or log in.',
    {},
    ['person', 'email'],
  );

export const noMembership = (): UserError =>
  new UserError('NoMembership', 'This login belongs to no organisation any more. Ask to be invited to one.');

export const sessionEnded = (): UserError => new UserError('SessionEnded', 'This session is over. Log in again.');

export const invitationInvalid = (): UserError =>
  new UserError('InvitationInvalid', 'This invitation was used, withdrawn or is over its time. Ask for a new one.');

export const alreadyMember = (): UserError =>
  new UserError('AlreadyMember', 'This person is a member of the organisation already.');

export const lastOwner = (): UserError =>
  new UserError('LastOwner', 'This is the last member in the highest role. Give that role to another member first.');

export const resetTokenInvalid = (): UserError =>
  new UserError(
    'ResetTokenInvalid',
    'This link was used, the password was set since, or it is over its time. Ask for a new one.',
  );
