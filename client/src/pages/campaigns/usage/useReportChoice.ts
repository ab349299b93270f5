import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../../app/address';

/** What a report is summed by, of clicks as of calls. */
export const REPORT_BY = ['DAY', 'CAMPAIGN', 'AGENCY', 'SUB_ID', 'REGION', 'VERDICT'] as const;
export type ReportBy = (typeof REPORT_BY)[number];

export interface ReportChoice {
  by: ReportBy;
  from: string;
  to: string;
  /** The last day to ask for; where none is said, the latest that has begun anywhere: campaigns have clocks of their own. */
  until: string;
  choose(name: 'by' | 'from' | 'to', value: string): void;
}

const DAYS_SHOWN = 30;
const DAY_MS = 86_400_000;

/** How far the clocks of the easternmost place are ahead of UTC. */
const EASTERNMOST_MS = 14 * 3_600_000;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day by the clock of whoever reads. */
const ownDayOf = (time: number): string => dayOf(time - new Date(time).getTimezoneOffset() * 60_000);

/** Whether a text of the address is a day. */
export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** By what and over which days the address sums; unsaid: by day, over the last thirty. */
export function useReportChoice(): ReportChoice {
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const [today] = useState(() => Date.now());
  const given = (name: string, unsaid: string): string => {
    const text = params.get(name) ?? '';
    return isDay(text) ? text : unsaid;
  };
  return {
    by: REPORT_BY.find((one) => one === params.get('by')) ?? 'DAY',
    from: given('from', ownDayOf(today - (DAYS_SHOWN - 1) * DAY_MS)),
    to: given('to', ownDayOf(today)),
    until: given('to', dayOf(today + EASTERNMOST_MS)),
    choose: (name, value) =>
      changeAddress(
        (before) => {
          const after = new URLSearchParams(before);
          if (value) after.set(name, value);
          else after.delete(name);
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
  };
}
