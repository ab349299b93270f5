import mongoose from '../../server/platform/mongoose';

/**
 * Ends the use of this test's database: dropped on a server that stays after the run, left to lie on a throw-away one,
 * whose whole folder goes (a drop would hold up the tests that run beside it).
 */
export async function leaveDatabase(): Promise<void> {
  if (process.env.TEST_SERVER_STAYS) await mongoose.connection.db?.dropDatabase();
}
