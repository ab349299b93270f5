import { type PastTime } from './pastTimes';
import { finding, type Finding } from './signals';

/** What is asked for is then bought elsewhere or given up; a consent of then is refused as well (consent.ts). */
export const OLD_MS = 2 * 365 * 24 * 60 * 60 * 1000;

/** What speaks against the time when the person left the contact. */
export function checkCaptured(captured: PastTime | null, now: Date): Finding[] {
  if (!captured) return [];
  if (captured.isAhead) return [finding('CAPTURED_IMPOSSIBLE')];
  const isOld = captured.at.getTime() < now.getTime() - OLD_MS;
  return isOld ? [...captured.findings, finding('CAPTURED_OLD')] : captured.findings;
}
