import { useQuery } from '@apollo/client/react';
import { Alert, Button } from '@mantine/core';
import { Mail, MessageSquareText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CaughtMessagesDocument, type CaughtMessagesQuery } from '../../generated/catcher';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { When } from '../../ui/When';
import styles from './Catcher.module.css';
import { TextWithLinks } from './TextWithLinks';

type Caught = NonNullable<CaughtMessagesQuery['caughtMessages']>[number];

/** What a market in development would have sent, for whoever tries it. */
export function CatcherPage() {
  const { t } = useTranslation('catcher');
  const { data, error, loading, refetch } = useQuery(CaughtMessagesDocument, { fetchPolicy: 'network-only' });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const caught = data.caughtMessages;
  if (!caught) return <Empty title={t('none')} text={t('noneMeans')} />;
  return (
    <Page
      title={t('title')}
      actions={
        <Button variant="default" loading={loading} onClick={() => void refetch()}>
          {t('again')}
        </Button>
      }
    >
      <Alert color="amber" variant="light" title={t('notSent')}>
        {t('notSentMeans')}
      </Alert>
      {caught.length === 0 && <Empty title={t('empty')} text={t('emptyMeans')} />}
      {caught.map((message) => (
        <CaughtMessage key={message.id} message={message} />
      ))}
    </Page>
  );
}

function CaughtMessage({ message: { channel, to, subject, text, at } }: { message: Caught }) {
  const { t } = useTranslation('catcher');
  const Icon = channel === 'EMAIL' ? Mail : MessageSquareText;
  return (
    <article className={`lb-panel ${styles.message}`} aria-label={t(`to.${channel}`, { to })}>
      <header className={styles.head}>
        <Icon size={18} aria-hidden />
        <strong>{t(`to.${channel}`, { to })}</strong>
        <span className="lb-soft">
          <When at={at} />
        </span>
      </header>
      {subject && <h2 className={styles.subject}>{subject}</h2>}
      <p className={styles.text}>
        <TextWithLinks text={text} />
      </p>
    </article>
  );
}
