import { type Migration } from '../../../platform/manifest';
import { AgencyDays } from './model';

/**
 * Earlier days counted what programs sent by hosted forms, who was a lead already, and what agencies took back. An agency of
 * which no day is known has all of its record counted by the next run.
 */
export const countDaysAnew: Migration = {
  name: '0093-days-of-agencies-are-counted-anew',
  async up() {
    await AgencyDays.deleteMany({});
  },
};
