import { Badge } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallFieldsFragment } from '../../generated/calls';
import { lengthOf } from '../recordings/length';
import { isTalked, talkingSince } from './verdicts';

const SECOND_MS = 1000;

/** Where a call is, and once it is over what the rules found of it. */
export function CallMark({ call }: { call: CallFieldsFragment }) {
  const { t } = useTranslation('calls');
  const { state, verdict } = call;
  const isOver = state === 'ENDED';
  return (
    <Badge variant="light" tt="none" color={isOver ? colourOf(verdict) : state === 'ANSWERED' ? 'bottle' : 'amber'}>
      {isOver ? t(`verdict.${verdict}`) : t(`state.${state}`)}
    </Badge>
  );
}

const colourOf = (verdict: CallFieldsFragment['verdict']): string => {
  if (verdict === 'BILLED') return 'bottle';
  return verdict === 'PENDING' ? 'gray' : 'amber';
};

/** How long both talked, or talk by now; a dash where they did not. */
export function Length({ call }: { call: CallFieldsFragment }) {
  const since = talkingSince(call);
  if (since !== null) return <Running since={since} />;
  return <>{isTalked(call) ? lengthOf(call.seconds ?? 0) : '–'}</>;
}

function Running({ since }: { since: string }) {
  const { t } = useTranslation('calls');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - new Date(since).getTime()) / SECOND_MS));
  return (
    <span role="timer" aria-label={t('running')}>
      {lengthOf(seconds)}
    </span>
  );
}
