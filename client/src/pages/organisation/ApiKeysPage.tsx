import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { useSession, useViewer } from '../../app/session';
import { OwnApiKeysDocument } from '../../generated/organisation';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { OfOrganisation } from '../../ui/OfOrganisation';
import { Page, PageSkeleton } from '../../ui/Page';
import { ShownOnce } from '../../ui/ShownOnce';
import { ApiKeyList } from './ApiKeyList';
import { CreateApiKey } from './CreateApiKey';
import { HowToPing, HowToSend } from './HowToSend';
import { Pings } from './Pings';
import type { MadeKey } from './madeKey';

/** The keys by which an agency's own programs hand in leads: made, looked after and revoked here, and how they are used. */
export function ApiKeysPage() {
  const { t } = useTranslation('organisation');
  const { organisation } = useViewer();
  const { may } = useSession();
  const [isMaking, dialog] = useDisclosure(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  const { data, error, refetch, fetchMore } = useQuery(OwnApiKeysDocument, { skip: organisation.kind !== 'AGENCY' });
  if (organisation.kind !== 'AGENCY') return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.apiKeys;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { apiKeys } }) => ({
        apiKeys: { ...apiKeys, nodes: [...shown.apiKeys.nodes, ...apiKeys.nodes] },
      }),
    });
  const take = (key: MadeKey): void => {
    dialog.close();
    setMade(key);
    void refetch();
  };
  const secretFor = (scope: MadeKey['scopes'][number]): string | null =>
    made?.scopes.includes(scope) ? made.secret : null;
  return (
    <Page
      title={t('keys.title')}
      lead={<OfOrganisation>{t('keys.lead')}</OfOrganisation>}
      actions={may('MANAGE_API_KEYS') && <Button onClick={dialog.open}>{t('keys.create')}</Button>}
    >
      {isMaking && <CreateApiKey onClose={dialog.close} onMade={take} />}
      {made && (
        <ShownOnce
          title={t('keys.made', { name: made.name })}
          means={t('keys.once')}
          secret={made.secret}
          copyLabel={t('keys.copySecret')}
          onClose={() => setMade(null)}
        />
      )}
      {nodes.length === 0 && <Empty title={t('keys.none')} text={t('keys.noneMeans')} />}
      {nodes.length > 0 && (
        <ApiKeyList apiKeys={nodes} more={pageInfo.hasNextPage ? more : null} onChanged={() => void refetch()} />
      )}
      <HowToSend secret={secretFor('SUBMIT_LEADS')} />
      <HowToPing secret={secretFor('PING_POST')} />
      <Pings />
    </Page>
  );
}
