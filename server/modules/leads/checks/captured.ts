import { readMoment, toleranceOf } from './moments';
import { finding, type Finding } from './signals';

/** What is asked for is then bought elsewhere or given up; a consent of then is refused as well (consent.ts). */
export const OLD_MS = 2 * 365 * 24 * 60 * 60 * 1000;

/** When the person left the contact, and what speaks against that time. */
export function checkCaptured(
  written: string | undefined,
  country: string,
  now: Date,
): { capturedAt: Date | null; findings: Finding[] } {
  const capturedAt = readMoment(written, country);
  if (!capturedAt) return { capturedAt, findings: [] };
  const ahead = capturedAt.getTime() - now.getTime();
  if (ahead > toleranceOf(written)) return { capturedAt, findings: [finding('CAPTURED_IMPOSSIBLE')] };
  return { capturedAt, findings: ahead < -OLD_MS ? [finding('CAPTURED_OLD')] : [] };
}
