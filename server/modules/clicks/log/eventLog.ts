import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** The end of a file's name that is still written to, or waits to be stored. */
const ENDING = '.log';

interface Waiting {
  line: string;
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * A log on this machine's disk that is written before a visitor is answered, so that an answer never waits for the
 * database and no event of an answer is lost when the process is killed. Lines that come together are written together:
 * while one write is on its way the next gather. A file is handed over when it is closed; the process that wrote it, or
 * the next one on this machine, stores what it holds.
 */
export class EventLog {
  private waiting: Waiting[] = [];
  private file: { handle: FileHandle; name: string } | null = null;
  private writing: Promise<void> | null = null;
  private isClosed = false;
  private count = 0;
  private readonly id = `${process.pid}-${randomBytes(6).toString('hex')}`;

  constructor(private readonly folder: string) {}

  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
  }

  /** Resolves once the line is written; rejects where the disk does not take it. */
  append(line: string): Promise<void> {
    if (this.isClosed) return Promise.reject(new Error('the log of visits is closed'));
    return new Promise((done, failed) => {
      this.waiting.push({ line, done, failed });
      this.writing ??= this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    // Whoever comes within this turn of the loop is written with it.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.write(batch.map(({ line }) => `${line}\n`).join(''));
        for (const { done } of batch) done();
      } catch (error) {
        await this.giveUpFile();
        for (const { failed } of batch) failed(error);
      }
    }
    this.writing = null;
  }

  private async write(text: string): Promise<void> {
    if (!this.file) {
      const name = `${this.id}-${++this.count}${ENDING}`;
      this.file = { handle: await open(path.join(this.folder, name), 'ax', 0o600), name };
    }
    const { handle } = this.file;
    const data = Buffer.from(text);
    let from = 0;
    while (from < data.length) from += (await handle.write(data, from)).bytesWritten;
  }

  /** A file that failed is not written to again: half a line at its end is of a visitor who was not answered. */
  private async giveUpFile(): Promise<void> {
    const file = this.file;
    this.file = null;
    await file?.handle.close().catch(() => undefined);
  }

  /** Closes the file that is written to and answers with its name; null where nothing was written. */
  async handOver(): Promise<string | null> {
    // While one write is waited for the next may begin: a file is taken only between two of them.
    while (this.writing) await this.writing;
    const file = this.file;
    if (!file) return null;
    this.file = null;
    await file.handle.close();
    return path.join(this.folder, file.name);
  }

  /** Files of processes that are gone, oldest first. A process that runs stores its own. */
  async left(): Promise<string[]> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith(ENDING) && !name.startsWith(this.id));
    return names
      .filter((name) => !isRunning(Number(name.split('-')[0])))
      .sort()
      .map((name) => path.join(this.folder, name));
  }

  /** Takes no more lines; resolves when those that came are written. */
  async close(): Promise<string | null> {
    this.isClosed = true;
    return this.handOver();
  }
}

function isRunning(pid: number): boolean {
  // An earlier log of this very process, such as that of a server a test stopped before.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
