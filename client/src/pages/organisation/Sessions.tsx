import { useQuery } from '@apollo/client/react';
import { Badge, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { type Refusal, useVerb } from '../../app/useVerb';
import {
  EndOtherSessionsDocument,
  EndSessionDocument,
  LiveSessionsDocument,
  type LiveSessionsQuery,
} from '../../generated/organisation';
import { Failure, RefusalNote } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { SureButton } from '../../ui/SureButton';
import { When } from '../../ui/When';
import { deviceOf } from './device';
import { RowAct } from './RowAct';
import styles from './organisation.module.css';

type Session = LiveSessionsQuery['sessions'][number];

/** Where this login is open: each device with its address and last use; all but this one can be ended. */
export function Sessions() {
  const { t } = useTranslation('organisation');
  const { data, error, refetch } = useQuery(LiveSessionsDocument);
  const endOthers = useVerb(EndOtherSessionsDocument, 'endOtherSessions');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={2} />;
  const again = (refused: Refusal | null): void => {
    setRefusal(refused);
    void refetch();
  };
  const endAll = async (): Promise<boolean> => {
    const outcome = await endOthers.send({ input: {} });
    if (!outcome?.payload) return false;
    notifications.show({ message: t('sessions.ended', { count: outcome.payload.endedSessions }) });
    return true;
  };
  return (
    <section className={styles.section} aria-labelledby="sessions-title">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="sessions-title">
          {t('sessions.title')}
        </Title>
        {data.sessions.length > 1 && (
          <SureButton
            act={t('sessions.endOthers')}
            title={t('sessions.endOthersSure')}
            verb={endOthers}
            look={{ variant: 'default' }}
            onSure={endAll}
            onDone={() => again(null)}
          >
            <Text size="sm">{t('sessions.endOthersMeans', { count: data.sessions.length - 1 })}</Text>
          </SureButton>
        )}
      </Group>
      <RefusalNote refusal={refusal} />
      <ul className={styles.rows}>
        {[...data.sessions]
          .sort((first, second) => Number(second.isCurrent) - Number(first.isCurrent))
          .map((session) => (
            <SessionRow key={session.id} session={session} onEnded={again} />
          ))}
      </ul>
    </section>
  );
}

function SessionRow({ session, onEnded }: { session: Session; onEnded(refusal: Refusal | null): void }) {
  const { t } = useTranslation('organisation');
  const { moment } = useFormats();
  const { send, isSending } = useVerb(EndSessionDocument, 'endSession');
  const { browser: named, system } = deviceOf(session.userAgent);
  const browser = named ?? t('sessions.unknown');
  const device = system ? t('sessions.device', { browser, system }) : browser;
  const end = async (): Promise<void> => {
    const outcome = await send({ input: { sessionId: session.id } });
    if (outcome) onEnded(outcome.refusal ?? null);
  };
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Text size="sm" fw={500} component="span" title={session.userAgent}>
          {device}
        </Text>
        {session.isCurrent && (
          <Badge variant="light" size="sm" tt="none" ml={8}>
            {t('sessions.current')}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {session.ip} · {session.organisation.name}
        </Text>
      </div>
      <Text size="sm" c="dimmed" className={styles.since}>
        {t('sessions.since', { moment: moment(session.startedAt) })}
      </Text>
      <Text size="sm" c="dimmed" className={styles.role} component="div">
        <Trans t={t} i18nKey="sessions.used" components={{ when: <When at={session.lastUsedAt} /> }} />
      </Text>
      {!session.isCurrent && (
        <RowAct
          act={t('sessions.end')}
          name={t('sessions.endOf', { device })}
          isSending={isSending}
          onAct={() => void end()}
        />
      )}
    </li>
  );
}
