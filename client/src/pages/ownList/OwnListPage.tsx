import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { useFormats } from '../../app/format';
import { useSession, useViewer } from '../../app/session';
import { OwnListStandingDocument } from '../../generated/ownList';
import { Failure } from '../../ui/Failure';
import { OfOrganisation } from '../../ui/OfOrganisation';
import { Page, PageSkeleton } from '../../ui/Page';
import { Facts, Panel } from '../../ui/Panel';
import { ListPanel } from './ListPanel';
import { SendList } from './SendList';

/** The contacts that the business has already: sent as hashes, so that it does not pay for them. */
export function OwnListPage() {
  const { t } = useTranslation('ownList');
  const { organisation } = useViewer();
  const { may } = useSession();
  const { number } = useFormats();
  const isBuyer = organisation.kind === 'BUSINESS' && may('BUY_LEADS');
  const { data, error, refetch } = useQuery(OwnListStandingDocument, {
    skip: !isBuyer,
    fetchPolicy: 'cache-and-network',
  });
  if (!isBuyer) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { inForce, next, changesLeft, askedToday, askableADay } = data.ownList;
  const again = (): void => void refetch();
  return (
    <Page title={t('title')} lead={<OfOrganisation>{t('lead')}</OfOrganisation>}>
      {inForce && <ListPanel list={inForce} title={t('inForce')} onRemoved={again} />}
      {next && next.state === 'WAITING' && <ListPanel list={next} title={t('waiting')} onRemoved={again} />}
      <SendList standing={data.ownList} country={organisation.country} isReplacing={inForce !== null} onSent={again} />
      <Panel title={t('rules.title')}>
        <p>{t('rules.hashes')}</p>
        <p>{t('rules.answers', { least: data.ownList.leastEntries })}</p>
        <p>{t('rules.lot')}</p>
        <Facts
          facts={[
            [t('rules.changesLeft'), number(changesLeft)],
            [t('rules.asked'), t('rules.askedOf', { asked: askedToday, most: askableADay })],
          ]}
        />
      </Panel>
    </Page>
  );
}
