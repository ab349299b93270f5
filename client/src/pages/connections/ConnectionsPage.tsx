import { useQuery } from '@apollo/client/react';
import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { useViewer } from '../../app/session';
import { MetaSetupDocument } from '../../generated/connections';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { OfOrganisation } from '../../ui/OfOrganisation';
import { Page, PageSkeleton } from '../../ui/Page';
import { ConnectPage } from './ConnectPage';
import { Connection } from './Connection';
import styles from './connections.module.css';

/** The pages of Meta whose leads come to the agency by themselves. */
export function ConnectionsPage() {
  const { t } = useTranslation('connections');
  const { organisation, role } = useViewer();
  const isAllowed = organisation.kind === 'AGENCY' && role !== 'AGENT';
  const [isConnecting, setIsConnecting] = useState(false);
  const { data, error, refetch } = useQuery(MetaSetupDocument, {
    skip: !isAllowed,
    fetchPolicy: 'cache-and-network',
  });
  if (!isAllowed) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { isConfigured, hookAddress, pages } = data.metaSetup;
  return (
    <Page
      title={t('title')}
      lead={<OfOrganisation>{t('lead')}</OfOrganisation>}
      actions={isConfigured && <Button onClick={() => setIsConnecting(true)}>{t('connect.open')}</Button>}
    >
      {!isConfigured && (
        <Alert variant="light" color="amber" title={t('notConfigured.title')}>
          {t('notConfigured.means')}
        </Alert>
      )}
      {isConfigured && pages.length === 0 && <Empty title={t('none.title')} text={t('none.means')} />}
      {pages.map((connection) => (
        <Connection key={connection.id} connection={connection} onChanged={() => void refetch()} />
      ))}
      {isConfigured && (
        <Text size="sm" c="dimmed" className={styles.address}>
          {t('hook', { address: hookAddress })}
        </Text>
      )}
      {isConnecting && (
        <ConnectPage
          onClose={() => setIsConnecting(false)}
          onDone={() => {
            setIsConnecting(false);
            void refetch();
          }}
        />
      )}
    </Page>
  );
}
