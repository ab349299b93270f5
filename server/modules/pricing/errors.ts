import { conflict, type UserError } from '../../platform/errors';

/** Two admins changed the settings at the same moment: the second one decides anew. */
export const settingsMoved = (): UserError =>
  conflict('The settings were changed at the same moment by someone else. Nothing was done; look again.');
