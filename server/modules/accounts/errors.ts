import { UserError } from '../../platform/errors';

export const badCredentials = (): UserError =>
  new UserError('BadCredentials', 'This e-mail address and password do not belong together.');

/** To whoever holds a link that was mailed to the address, and to nobody else. */
export const passwordOfLoginNeeded = (): UserError =>
  new UserError(
    'BadCredentials',
    'This address already has a login: give its password. If it is forgotten, set a new one first and open this link again.',
    {},
    ['password'],
  );

export const signUpTokenInvalid = (): UserError =>
  new UserError('SignUpTokenInvalid', 'This link was used or is over its time. Sign up again to get a new one.');

export const noMembership = (): UserError =>
  new UserError('NoMembership', 'This login belongs to no organisation any more. Ask to be invited to one.');

export const sessionEnded = (): UserError =>
  new UserError('SessionEnded', 'This session is over. Log in again.', { isRoleChanged: false });

/** To whoever holds the last token of a session that a change of its holder's role ended. */
export const endedByNewRole = (organisation: string): UserError =>
  new UserError('SessionEnded', `Your role in ${organisation} was changed. Log in again to go on with the new one.`, {
    isRoleChanged: true,
  });

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
