import type { CampaignFieldsFragment, OpenHoursInput, Weekday } from '../../generated/campaigns';

/** A span of open hours as it is typed, by the clock: an end at or before its beginning is on the next day. */
export interface TypedSpan {
  days: Weekday[];
  from: string;
  to: string;
}

/** The seven days as they follow each other. */
export const WEEKDAYS: readonly Weekday[] = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
];

/** What a new span begins with: what most offices are open at. */
export const OFFICE: TypedSpan = { days: WEEKDAYS.slice(0, 5), from: '08:00', to: '18:00' };

/** What ends a day; a clock shows it as the beginning of the next one. */
const MIDNIGHT = '00:00';
const END_OF_DAY = '24:00';

const dayAfter = (day: Weekday): Weekday => WEEKDAYS[(WEEKDAYS.indexOf(day) + 1) % WEEKDAYS.length]!;

/** Whether a span goes on into the next day. */
export const isOverNight = ({ from, to }: TypedSpan): boolean => to !== MIDNIGHT && to !== '' && to < from;

/** The spans as the API takes them, within one day each: a night is its evening and its morning. */
export const inputsOf = (spans: readonly TypedSpan[]): OpenHoursInput[] =>
  spans.flatMap((span) => {
    const { days, from, to } = span;
    const inOrder = (unordered: readonly Weekday[]) => WEEKDAYS.filter((day) => unordered.includes(day));
    if (!isOverNight(span)) return [{ days: inOrder(days), from, to: to === MIDNIGHT ? END_OF_DAY : to }];
    return [
      { days: inOrder(days), from, to: END_OF_DAY },
      { days: inOrder(days.map(dayAfter)), from: MIDNIGHT, to },
    ];
  });

const sameDays = (some: readonly Weekday[], others: readonly Weekday[]): boolean =>
  some.length === others.length && some.every((day) => others.includes(day));

/** The spans as they were typed: an evening and the morning after it are one night again. */
export function typedSpans(hours: CampaignFieldsFragment['hours']): TypedSpan[] {
  const left = [...hours];
  const spans: TypedSpan[] = [];
  for (let span = left.shift(); span; span = left.shift()) {
    const { days, from, to } = span;
    const isEvening = to === END_OF_DAY && from !== MIDNIGHT;
    const morning = isEvening
      ? left.findIndex(
          (other) => other.from === MIDNIGHT && other.to < from && sameDays(other.days, days.map(dayAfter)),
        )
      : -1;
    const end = morning < 0 ? to : left.splice(morning, 1)[0]!.to;
    spans.push({ days: [...days], from, to: end === END_OF_DAY ? MIDNIGHT : end });
  }
  return spans;
}

/** Days that follow each other as their first and last, in the order of the week. */
export function runsOf(days: readonly Weekday[]): [first: Weekday, last: Weekday][] {
  const runs: [Weekday, Weekday][] = [];
  for (const [place, day] of WEEKDAYS.entries()) {
    if (!days.includes(day)) continue;
    const last = runs.at(-1);
    if (last && last[1] === WEEKDAYS[place - 1]) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}
