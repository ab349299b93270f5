import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { useViewer } from '../../app/session';
import { WebhookEndpointsDocument } from '../../generated/webhooks';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { OfOrganisation } from '../../ui/OfOrganisation';
import { Page, PageSkeleton } from '../../ui/Page';
import { ShownOnce } from '../../ui/ShownOnce';
import { Endpoint } from './Endpoint';
import { EndpointDialog } from './EndpointDialog';
import { HowToCheck } from './HowToCheck';
import type { Made } from './made';

const MOST = 5;

/** Where the programs of a business are told what happens to the people whose contacts it bought. */
export function WebhooksPage() {
  const { t } = useTranslation('webhooks');
  const { organisation, role } = useViewer();
  const isAllowed = organisation.kind === 'BUSINESS' && role !== 'AGENT';
  const [isAdding, setIsAdding] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const { data, error, refetch } = useQuery(WebhookEndpointsDocument, {
    skip: !isAllowed,
    fetchPolicy: 'cache-and-network',
  });
  if (!isAllowed) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const endpoints = data.webhookEndpoints;
  const take = (next: Made): void => {
    setMade(next);
    setIsAdding(false);
    void refetch();
  };
  return (
    <Page
      title={t('title')}
      lead={<OfOrganisation>{t('lead')}</OfOrganisation>}
      actions={endpoints.length < MOST && <Button onClick={() => setIsAdding(true)}>{t('add')}</Button>}
    >
      {made && (
        <ShownOnce
          title={t('secret.made', { name: made.name })}
          means={t('secret.once')}
          secret={made.secret}
          copyLabel={t('secret.copy')}
          onClose={() => setMade(null)}
        />
      )}
      {endpoints.length === 0 && <Empty title={t('none')} text={t('noneMeans')} />}
      {endpoints.map((endpoint) => (
        <Endpoint key={endpoint.id} endpoint={endpoint} onSecret={take} onChanged={() => void refetch()} />
      ))}
      <HowToCheck />
      {isAdding && <EndpointDialog endpoint={null} onClose={() => setIsAdding(false)} onAdded={take} />}
    </Page>
  );
}
