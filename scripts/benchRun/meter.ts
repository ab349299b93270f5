import { readFileSync } from 'node:fs';
import mongoose from '../../server/platform/mongoose';

/** Commands that the driver sends by itself, apart from any operation. */
const OWN_COMMANDS = new Set(['hello', 'ismaster', 'ping', 'getMore', 'endSessions', 'killCursors']);
/** The kernel counts the time of a process in hundredths of a second on all systems that have /proc. */
const TICK_MS = 10;

export interface Reading {
  commands: number;
  /** CPU time of this process and, where the system tells it, of the database server. */
  cpuMs: number;
}

/** Counts database commands and CPU time between two readings. */
export class Meter {
  private commands = 0;

  constructor(private readonly databasePid: number | null) {
    mongoose.connection.getClient().on('commandStarted', ({ commandName }) => {
      if (!OWN_COMMANDS.has(commandName)) this.commands += 1;
    });
  }

  read(): Reading {
    const { user, system } = process.cpuUsage();
    return { commands: this.commands, cpuMs: (user + system) / 1000 + (this.databaseCpuMs() ?? 0) };
  }

  /** Null where the server is not ours or the system has no /proc: then only the market's own time is counted. */
  databaseCpuMs(): number | null {
    if (this.databasePid === null) return null;
    try {
      const fields = readFileSync(`/proc/${this.databasePid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
    } catch {
      return null;
    }
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
