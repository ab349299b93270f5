import { useLazyQuery, useQuery } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { download } from '../../app/download';
import { useFormats } from '../../app/format';
import { type ClickLeadFieldsFragment, ClickLeadsDocument, ContactOfClickLeadDocument } from '../../generated/clicks';
import { DownloadButton } from '../../ui/DownloadButton';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Table } from '../../ui/Table';
import { When } from '../../ui/When';
import styles from '../campaigns/usage/usage.module.css';

const FILE = 'people-of-clicks.csv';

/**
 * The people whom conversions of a campaign named, or of all (null). A contact is shown when it is asked for: each look is
 * recorded.
 */
export function PeopleOfClicks({ campaignId }: { campaignId: string | null }) {
  const { t } = useTranslation('clicks');
  const { data, error, refetch, fetchMore } = useQuery(ClickLeadsDocument, {
    variables: { campaignId },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={2} />;
  const { nodes, pageInfo } = data.clickLeads;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { clickLeads } }) => ({
        clickLeads: { ...clickLeads, nodes: [...shown.clickLeads.nodes, ...clickLeads.nodes] },
      }),
    });
  const address = `/api/exports/click-leads.csv${campaignId === null ? '' : `?campaign=${encodeURIComponent(campaignId)}`}`;
  return (
    <Panel title={t('people.title')}>
      <Text size="sm" c="dimmed">
        {t('people.lead')}
      </Text>
      {nodes.length === 0 && <Empty title={t('people.none')} text={t('people.noneMeans')} />}
      {nodes.length > 0 && (
        <>
          <Table
            caption={t('people.title')}
            className={styles.table}
            columns={[
              t('people.when'),
              t('people.contact'),
              ...(campaignId === null ? [t('batch.campaign')] : []),
              t('people.channel'),
              t('conversion.agency'),
              t('conversion.subId'),
            ]}
          >
            <tbody>
              {nodes.map((lead) => (
                <PersonRow key={lead.id} lead={lead} isOfAny={campaignId === null} />
              ))}
            </tbody>
          </Table>
          {pageInfo.hasNextPage && <More load={more} />}
          <Group justify="flex-end" mt="sm">
            <DownloadButton size="xs" label={t('people.file')} name={FILE} save={() => download(address, FILE)} />
          </Group>
        </>
      )}
    </Panel>
  );
}

function PersonRow({
  lead: { id, campaign, agency, channel, subId, at, keptUntil },
  isOfAny,
}: {
  lead: ClickLeadFieldsFragment;
  /** Among those of all campaigns. */
  isOfAny: boolean;
}) {
  const { t } = useTranslation('clicks');
  const { day, moment } = useFormats();
  const [show, { data, error, loading }] = useLazyQuery(ContactOfClickLeadDocument, { fetchPolicy: 'no-cache' });
  const contact = data?.clickLead?.contact;
  return (
    <tr>
      <td className={styles.when}>
        <When at={at} isStop={false} />
      </td>
      <td className={styles.verdict}>
        <span role="status">
          {contact && (
            <>
              {contact.name || t('people.noName')}
              {contact.phone && (
                <a className={styles.under} href={`tel:${contact.phone}`}>
                  {contact.phone}
                </a>
              )}
              {contact.email && (
                <a className={styles.under} href={`mailto:${contact.email}`}>
                  {contact.email}
                </a>
              )}
            </>
          )}
          {data && !contact && t('people.gone')}
        </span>
        {!data && (
          <Button
            size="xs"
            variant="default"
            loading={loading}
            aria-label={t('people.showOf', { moment: moment(at) })}
            onClick={() => void show({ variables: { id } })}
          >
            {t('people.show')}
          </Button>
        )}
        {error && <Failure error={error} onRetry={() => void show({ variables: { id } })} />}
        <span className={styles.why}>{t('people.kept', { day: day(keptUntil) })}</span>
      </td>
      {isOfAny && (
        <td data-label={t('batch.campaign')}>
          <Link to={`/campaigns/${campaign.id}?view=conversions`}>{campaign.name}</Link>
        </td>
      )}
      <td data-label={t('people.channel')}>{t(`common:channel.${channel}`)}</td>
      <td data-label={t('conversion.agency')}>{agency.name}</td>
      <td data-label={t('conversion.subId')} data-empty={subId === ''}>
        {subId || '–'}
      </td>
    </tr>
  );
}
