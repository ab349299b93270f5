/**
 * Reads the moments that files carry. Times without an offset are read as UTC. `country` decides between day first and
 * month first: only the United States write the month first. Null for what is no moment.
 */
export function readMoment(text: string | undefined, country: string): Date | null {
  if (text === undefined) return null;
  const written = text.trim();
  const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/i.exec(written);
  if (iso) return validDate(isoText(written));
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})\.?(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?)?$/i.exec(
    written,
  );
  if (parts) return dayAndMonth(parts, country === 'US');
  const hungarian = /^(\d{4})[./]\s?(\d{1,2})[./]\s?(\d{1,2})\.?(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(written);
  if (!hungarian) return null;
  const [, year, month, day, hour, minute, second] = hungarian;
  return fromParts(year, month, day, hour, minute, second);
}

/** A date alone is the start of its day; a time without an offset is UTC; `+0300` becomes `+03:00`. */
function isoText(written: string): string {
  const text = written
    .replace(' ', 'T')
    .replaceAll(' ', '')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  return /T/i.test(text) && !/(?:Z|[+-]\d{2}:\d{2})$/i.test(text) ? `${text}Z` : text;
}

function dayAndMonth(parts: RegExpExecArray, isMonthFirst: boolean): Date | null {
  const [, first, second, year, hour, minute, seconds, half] = parts;
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  const hours = half === undefined ? hour : String((Number(hour) % 12) + (/p/i.test(half) ? 12 : 0));
  return fromParts(year, month, day, hours, minute, seconds);
}

function fromParts(year?: string, month?: string, day?: string, hour = '0', minute = '0', second = '0'): Date | null {
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0');
  return validDate(`${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`);
}

function validDate(iso: string): Date | null {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return null;
  // The 31st of June is read as the 1st of July: not a moment that anyone wrote.
  return Number(iso.slice(8, 10)) === new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDate() ? date : null;
}
