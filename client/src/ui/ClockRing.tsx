import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../app/format';
import styles from './ClockRing.module.css';

const AROUND = 2 * Math.PI * 8;

/** Now, moving on each second while a window of less than an hour is shown, else each half minute. */
export function useNow(end: string): number {
  const [now, setNow] = useState(() => Date.now());
  const isNear = new Date(end).getTime() - now < 3_600_000;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), isNear ? 1000 : 30_000);
    return () => clearInterval(timer);
  }, [isNear]);
  return now;
}

interface ClockRingProps {
  start: string;
  end: string;
  /** Stands before the time that is left. */
  label?: string;
  /** The whole sentence once it is over, in place of a bare word behind the label. */
  over?: string;
}

/** A ring for a window that closes: amber in its last fifth, the exact time on focus. */
export function ClockRing({ start, end, label, over }: ClockRingProps) {
  const { t } = useTranslation();
  const { moment, span } = useFormats();
  const now = useNow(end);
  const [from, to] = [new Date(start).getTime(), new Date(end).getTime()];
  const left = Math.max(0, Math.min(1, (to - now) / Math.max(1, to - from)));
  const words = left > 0 ? t('clock.left', { time: span(to - now) }) : (over ?? t('clock.over'));
  return (
    <Tooltip label={t('clock.until', { moment: moment(end) })} events={{ hover: true, focus: true, touch: true }}>
      <span className={left < 0.2 ? styles.late : styles.clock} tabIndex={0}>
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="8" className={styles.track} />
          <circle
            cx="10"
            cy="10"
            r="8"
            className={styles.hand}
            strokeDasharray={AROUND}
            strokeDashoffset={AROUND * (1 - left)}
            transform="rotate(-90 10 10)"
          />
        </svg>
        <span>
          {label && !(over && left === 0) && `${label} `}
          {words}
        </span>
      </span>
    </Tooltip>
  );
}
