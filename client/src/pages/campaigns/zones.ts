/** The time zone that the browser is in. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Every time zone by the name of the tz database, with one that the browser may not list, such as UTC. */
export const allZones = (chosen: string): string[] => [
  ...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(chosen ? [chosen] : [])]),
];

/** What a person finds a zone by: `Africa/Dar_es_Salaam` is searched as Dar es Salaam. */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ');

/** The time of the day there now, such as 14:05; nothing for what is no zone. */
export function timeThere(zone: string, locale: string, at: Date): string {
  try {
    return new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short', dateStyle: 'medium' }).format(at);
  } catch {
    return '';
  }
}
