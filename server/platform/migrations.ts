import { database } from './database';
import { withLock } from './locks';
import { log } from './log';
import { type Migration } from './manifest';

interface AppliedMigration {
  _id: string;
  at: Date;
}

/** Runs the migrations that this database has not seen, in the order of their names, one process at a time. */
export async function runMigrations(migrations: readonly Migration[]): Promise<void> {
  const applied = () => database().collection<AppliedMigration>('migrations');
  const done = await applied().countDocuments({ _id: { $in: migrations.map(({ name }) => name) } });
  if (done === migrations.length) return;
  // Loads its own command line too: only for a database that has something to be done.
  const { Umzug } = await import('umzug');
  const umzug = new Umzug({
    migrations: [...migrations].sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ name, up }) => ({ name, up })),
    logger: undefined,
    storage: {
      logMigration: async ({ name }) => {
        await applied().insertOne({ _id: name, at: new Date() });
        log.info({ migration: name }, 'migration applied');
      },
      unlogMigration: async ({ name }) => {
        await applied().deleteOne({ _id: name });
      },
      executed: async () => (await applied().find().toArray()).map(({ _id }) => _id),
    },
  });
  await withLock('migrations', () => umzug.up());
}
