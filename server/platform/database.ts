import type { Db } from 'mongodb';
import mongoose, { socketTimeoutMs } from './mongoose';
import { followDatabaseClock, MINUTE } from './clock';
import { config } from '../config';

let clockTimer: NodeJS.Timeout | undefined;

/** Connects the one mongoose connection of this process, with acknowledged, journaled majority writes (money.md T1). */
export async function connectDatabase(uri: string, databaseName: string): Promise<void> {
  await mongoose.connect(uri, {
    dbName: databaseName,
    appName: 'leadbourse',
    writeConcern: { w: 'majority', j: true },
    readConcern: { level: 'majority' },
    maxPoolSize: 30,
    serverSelectionTimeoutMS: 10_000,
    socketTimeoutMS: socketTimeoutMs(),
    monitorCommands: !config.isProduction,
  });
  await followDatabaseClock(database());
  clockTimer = setInterval(() => followDatabaseClock(database()).catch(() => undefined), MINUTE);
  clockTimer.unref();
}

export async function disconnectDatabase(): Promise<void> {
  clearInterval(clockTimer);
  await mongoose.disconnect();
}

/** The native handle; throws before the connection is made. */
export function database(): Db {
  const { db } = mongoose.connection;
  if (!db) throw new Error('The database is not connected');
  return db;
}
