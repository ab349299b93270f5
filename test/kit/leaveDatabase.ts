import mongoose from '../../server/platform/mongoose';
import { leavePrepared, type Prepared } from './preparedDatabases';

/**
 * Ends the use of this test's database: dropped on a server that stays after the run; on a throw-away one, whose whole
 * folder goes, left to lie (a drop would hold up the tests that run beside it) or for the next test file.
 */
export async function leaveDatabase(prepared?: Prepared): Promise<void> {
  if (process.env.TEST_SERVER_STAYS) await mongoose.connection.db?.dropDatabase();
  else if (prepared) leavePrepared(prepared);
}
