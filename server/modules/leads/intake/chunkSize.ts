/** One transaction should take about this long: long enough to be cheap, far from the time limit of 5 s. */
const AIM_MS = 700;
/** A transaction of so few rows is not split any more. */
export const FEWEST_ROWS = 25;
const MOST_ROWS = 1000;

/** How many rows go into one transaction, found by how long the last one took: database servers differ 30-fold. */
export class ChunkSize {
  rows = 200;

  /** A chunk of that many rows took so long; the next is made nearer to the aim, at most twice or half as large. */
  took(ms: number, rows: number): void {
    const fitting = (rows * AIM_MS) / Math.max(1, ms);
    this.rows = bounded(Math.min(this.rows * 2, Math.max(this.rows / 2, fitting)));
  }

  /** The database was too busy for a chunk of this size. */
  wasTooMuch(): void {
    this.rows = bounded(this.rows / 4);
  }
}

const bounded = (rows: number): number => Math.round(Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, rows)));
