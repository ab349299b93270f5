import { momentIn, readCellIn, type WrittenMoment } from './moments';
import { finding, type Finding } from './signals';
import { zoneOf } from './zones';

/** By which clocks the times of a row are read that name no zone. */
export interface Clocks {
  /** That of the place where the person is. */
  zone: string;
  /** The batch's: its habits decide where dates could be read in two ways. */
  country: string;
}

/** A time told of something that has been. */
export interface PastTime {
  at: Date;
  isAhead: boolean;
  /** Of a day alone: when it is over there. */
  dayEndsAt?: Date;
  findings: Finding[];
}

/** Clocks of two machines differ by a little. */
const CLOCK_ERROR_MS = 5 * 60 * 1000;

/**
 * Reads a time of the past. One without a zone is read by the clock of the person's place; where it would lie ahead by
 * that, and not by the clock of the batch's country or by UTC, in which programs of others may have written it, it is
 * read by the latest of those, and a person looks. What is ahead by a clock's error happened just now.
 */
export function readPast(written: string | undefined, { zone, country }: Clocks, now: Date): PastTime | null {
  const told = readCellIn(written, country);
  if (!told) return null;
  const isPast = ({ at }: { at: Date }): boolean => at.getTime() <= now.getTime() + CLOCK_ERROR_MS;
  const by = (clock: string) => ({ clock, at: momentIn(told, clock) });
  const usual = by(zone);
  if (isPast(usual)) return { ...shown(usual.at, told, now), isAhead: false, findings: [] };
  const [other] = [by(zoneOf(country)), by('UTC')].filter(isPast).sort((a, b) => b.at.getTime() - a.at.getTime());
  if (!other) return { at: usual.at, isAhead: true, findings: [] };
  const words = { place: zone, other: other.clock };
  return { ...shown(other.at, told, now), isAhead: false, findings: [finding('TIME_OF_OTHER_ZONE', words)] };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is kept: nothing after now. A day alone is the first moment that is of it by UTC too, so that proofs show that day. */
function shown(at: Date, { hasTime, wallMs }: WrittenMoment, now: Date): Pick<PastTime, 'at' | 'dayEndsAt'> {
  const past = (ms: number): Date => new Date(Math.min(ms, now.getTime()));
  if (hasTime) return { at: past(at.getTime()) };
  return { at: past(Math.max(at.getTime(), wallMs)), dayEndsAt: new Date(at.getTime() + DAY_MS) };
}
