import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TrackedLinksDocument } from '../../generated/clicks';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import styles from '../campaigns/usage/usage.module.css';
import { LinkCard } from './LinkCard';
import { LinkDialog } from './LinkDialog';

interface Props {
  /** Null: all links of the agency. */
  campaignId: string | null;
  mayMake: boolean;
}

/** Tracked links, the newest first. */
export function LinkList({ campaignId, mayMake }: Props) {
  const { t } = useTranslation('clicks');
  const [isMaking, setIsMaking] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(TrackedLinksDocument, { variables: { campaignId } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={3} />;
  const { nodes, pageInfo } = data.trackedLinks;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { trackedLinks } }) => ({
        trackedLinks: { ...trackedLinks, nodes: [...shown.trackedLinks.nodes, ...trackedLinks.nodes] },
      }),
    });
  const open = (): void => setIsMaking(true);
  return (
    <section aria-label={t('links.title')}>
      {mayMake && nodes.length > 0 && (
        <Group justify="flex-end" mb="md">
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
            {t('links.make')}
          </Button>
        </Group>
      )}
      {nodes.length === 0 && (
        <Empty
          title={t('links.none')}
          text={t(campaignId === null || mayMake ? 'links.noneMeans' : 'links.noneYet')}
          {...(mayMake ? { action: { label: t('links.make'), onClick: open } } : {})}
        />
      )}
      <ul className={styles.cards}>
        {nodes.map((link) => (
          <li key={link.id}>
            <LinkCard link={link} mayMove={mayMake} />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && <More load={more} />}
      {isMaking && (
        <LinkDialog
          campaignId={campaignId}
          onClose={() => setIsMaking(false)}
          onMade={() => {
            setIsMaking(false);
            void refetch();
          }}
        />
      )}
    </section>
  );
}
