import admin from '../../locales/en/admin.json';

/** The kinds of act that the record holds: those that there are words for, in their order. */
export const ACTS = Object.keys(admin.record.acts);

/** Of the years that a day may have, so that neither end leaves what the server takes for a moment. */
const DAY = /^[1-8]\d{3}-\d{2}-(\d{2})$/;

/** Midnight of a day by the clock of the place, so many days on; undefined where the text is no day of any month. */
function midnight(day: string | null, daysOn = 0): string | undefined {
  const [, ofMonth] = DAY.exec(day ?? '') ?? [];
  const at = new Date(`${day}T00:00:00`);
  if (at.getDate() !== Number(ofMonth)) return undefined;
  at.setDate(at.getDate() + daysOn);
  return at.toISOString();
}

/** Whether a text of the address is a day. */
export const isDay = (text: string): boolean => midnight(text) !== undefined;

/** The filter of the record as the address says it; what it cannot mean is left aside, and told. The last day counts whole. */
export const filterOfAddress = (params: URLSearchParams) => ({
  act: ACTS.find((act) => act === params.get('act')),
  actor: params.get('by') || undefined,
  from: midnight(params.get('from')),
  to: midnight(params.get('to'), 1),
});
