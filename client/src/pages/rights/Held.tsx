import { useQuery } from '@apollo/client/react';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../app/useVerb';
import {
  EraseMyDataDocument,
  type EraseMyDataMutation,
  MyDataDocument,
  type MyDataFieldsFragment,
} from '../../generated/rights';
import type { PayloadOf } from '../../app/useVerb';
import { Failure, RefusalNote } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { saveMyData } from './saveMyData';
import { PersonPage } from '../../ui/PersonPage';
import { ProveForm } from './ProveForm';
import { BusinessRecord } from './BusinessRecord';
import { OwnCall } from './OwnCall';
import { RequestCard } from './RequestCard';
import styles from './Rights.module.css';
import { unprovenOf } from './unprovenOf';

interface Properties {
  language: string;
  token: string;
  onToken(token: string): void;
  /** The half hour is over. */
  onOver(): void;
  onErased(receipt: PayloadOf<EraseMyDataMutation['eraseMyData']>['receipt']): void;
}

/** All that is held under the contacts that were proven, who received it, and what can be done about it. */
export function Held({ language, token, onToken, onOver, onErased }: Properties) {
  const { t } = useTranslation('rights');
  const { data, error, refetch } = useQuery(MyDataDocument, {
    variables: { token, language },
    fetchPolicy: 'no-cache',
  });
  const [changed, setChanged] = useState<MyDataFieldsFragment | null>(null);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={4} />;
  if (!data.myData) return <Over onOver={onOver} />;
  const held = changed ?? data.myData;
  const all = [...held.requests, ...held.fromBusinesses];
  const count = all.length + held.calls.length;
  const unproven = unprovenOf(all);
  const contacts = held.contacts.map(({ value }) => value).join(', ');
  const told = [
    ...(all.length > 0 || count === 0 ? [t('heldLead', { contacts, count: all.length })] : []),
    ...(held.calls.length > 0 ? [t('heldCalls', { contacts, count: held.calls.length })] : []),
  ];
  return (
    <PersonPage title={t('heldTitle')} lead={told.join(' ')}>
      <Text size="sm" c="dimmed">
        {t('known')}
      </Text>
      {count > 0 && (
        <Group gap="xs">
          <SaveButton token={token} />
        </Group>
      )}
      {held.requests.map((request) => (
        <RequestCard key={request.id} language={language} token={token} request={request} onChanged={setChanged} />
      ))}
      {held.fromBusinesses.map((record) => (
        <BusinessRecord key={record.id} record={record} />
      ))}
      {held.calls.map((call) => (
        <OwnCall key={call.id} call={call} />
      ))}
      <Further
        language={language}
        token={token}
        isMasked={unproven.answered.length + unproven.unanswered.length > 0}
        onToken={(next) => {
          setChanged(null);
          onToken(next);
        }}
      />
      <Erase token={token} unproven={unproven} onErased={onErased} />
    </PersonPage>
  );
}

function Over({ onOver }: { onOver(): void }) {
  const { t } = useTranslation('rights');
  return (
    <PersonPage title={t('over')} lead={t('overMeans')}>
      <Button onClick={onOver}>{t('sendCode')}</Button>
    </PersonPage>
  );
}

function SaveButton({ token }: { token: string }) {
  const { t } = useTranslation('rights');
  const [isFailed, setFailed] = useState(false);
  const save = (): void => {
    setFailed(false);
    saveMyData(token).catch(() => setFailed(true));
  };
  return (
    <>
      <Button variant="default" onClick={save}>
        {t('file')}
      </Button>
      {isFailed && (
        <Text role="alert" size="sm">
          {t('fileFailed')}
        </Text>
      )}
    </>
  );
}

interface FurtherProperties {
  language: string;
  token: string;
  /** Whether a contact above is shown in part only. */
  isMasked: boolean;
  onToken(token: string): void;
}

function Further({ language, token, isMasked, onToken }: FurtherProperties) {
  const { t } = useTranslation('rights');
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={`lb-panel ${styles.part}`} aria-label={t('further')}>
      <Text size="sm">{t(isMasked ? 'furtherMeans' : 'furtherAlso')}</Text>
      {!isOpen && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('further')}
        </Button>
      )}
      {isOpen && (
        <ProveForm
          language={language}
          token={token}
          onProven={(next) => {
            setOpen(false);
            onToken(next);
          }}
        />
      )}
    </section>
  );
}

interface EraseProperties extends Pick<Properties, 'token' | 'onErased'> {
  /** What stands on the requests and was not proven: it is erased too, and kept out where its person has answered there. */
  unproven: ReturnType<typeof unprovenOf>;
}

function Erase({ token, unproven: { answered, unanswered }, onErased }: EraseProperties) {
  const { t } = useTranslation('rights');
  const erase = useVerb(EraseMyDataDocument, 'eraseMyData');
  const [isOpen, setOpen] = useState(false);
  const send = async (): Promise<void> => {
    const answer = await erase.send({ input: { token } });
    if (answer?.payload) onErased(answer.payload.receipt);
  };
  return (
    <section className={`lb-panel ${styles.part}`} aria-label={t('erase.title')}>
      {!isOpen && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('erase.title')}
        </Button>
      )}
      {isOpen && (
        <>
          <Alert color="amber" variant="light" title={t('erase.title')}>
            <ul className={styles.list}>
              {['1', '2', '3', '4'].map((place) => (
                <li key={place}>{t(`erase.means${place}`)}</li>
              ))}
            </ul>
            {answered.length > 0 && (
              <Text size="sm" mt="xs">
                {t('erase.answered', { contacts: answered.join(', '), count: answered.length })}
              </Text>
            )}
            {unanswered.length > 0 && (
              <Text size="sm" fw={600} mt="xs">
                {t('erase.unproven', { contacts: unanswered.join(', '), count: unanswered.length })}
              </Text>
            )}
          </Alert>
          <RefusalNote refusal={erase.refusal} />
          <Group gap="xs">
            <Button color="brick" autoFocus loading={erase.isSending} onClick={() => void send()}>
              {t('erase.sure')}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('back')}
            </Button>
          </Group>
        </>
      )}
    </section>
  );
}
