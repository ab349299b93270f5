/** A length as people write it, such as 1:35, in seconds; null where it is none. */
export function secondsOf(text: string): number | null {
  const [, minutes, seconds] = /^\s*(\d{1,3}):([0-5]\d)\s*$/.exec(text) ?? [];
  if (minutes === undefined || seconds === undefined) return null;
  const whole = Number(minutes) * 60 + Number(seconds);
  return whole > 0 ? whole : null;
}

export const lengthOf = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
