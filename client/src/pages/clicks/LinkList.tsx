import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { TrackedLinksDocument } from '../../generated/clicks';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { GivenOut } from '../campaigns/usage/GivenOut';
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
  return (
    <GivenOut
      title={t('links.title')}
      make={mayMake ? t('links.make') : null}
      none={{
        title: t('links.none'),
        text: t(campaignId === null || mayMake ? 'links.noneMeans' : 'links.noneYet'),
      }}
      cards={nodes.map((link) => ({ id: link.id, card: <LinkCard link={link} mayMove={mayMake} /> }))}
      more={pageInfo.hasNextPage ? more : null}
      dialogOf={(way) => <LinkDialog campaignId={campaignId} {...way} />}
      onMade={() => void refetch()}
    />
  );
}
