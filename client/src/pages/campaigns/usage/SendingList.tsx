import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../../app/format';
import type { SentToFieldsFragment } from '../../../generated/campaigns';
import { Money } from '../../../ui/Money';
import { figures, Table } from '../../../ui/Table';
import type { UsageModel } from '../model';
import { StateMark } from '../StateMark';
import { RoomWords } from './RoomWords';
import styles from './usage.module.css';

/** Of many campaigns these are shown at first. */
const AT_FIRST = 5;

/** What an agency's clicks or calls brought today, campaign by campaign, and for how many more each pays. */
export function SendingList({ model, campaigns }: { model: UsageModel; campaigns: readonly SentToFieldsFragment[] }) {
  const { t } = useTranslation('campaigns');
  const { number } = useFormats();
  const [isWhole, setIsWhole] = useState(false);
  const context = model;
  const todayOf = (campaign: SentToFieldsFragment) => (model === 'CALL' ? campaign.callsToday : campaign.clicksToday);
  // Those that anybody came by today first; else in the order in which they took the agency.
  const seenOf = (campaign: SentToFieldsFragment): number => ((todayOf(campaign)?.seen ?? 0) > 0 ? 0 : 1);
  const sorted = [...campaigns].sort((one, other) => seenOf(one) - seenOf(other));
  const shown = isWhole ? sorted : sorted.slice(0, AT_FIRST);
  if (campaigns.length === 0) return null;
  const names = [t('sending.seen', { context }), t('sending.billed'), t('sending.net')] as const;
  return (
    <section aria-label={t('sending.title')}>
      <Table
        caption={t('sending.title')}
        isScrolled
        className={styles.report}
        columns={[t('sending.campaign'), ...figures(names), t('sending.room')]}
      >
        <tbody>
          {shown.map((campaign) => {
            const today = todayOf(campaign);
            return (
              <tr key={campaign.id}>
                <th scope="row">
                  <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link>{' '}
                  {campaign.hindrances.length > 0 && <StateMark campaign={campaign} />}
                </th>
                <td className="lb-number" data-label={names[0]}>
                  {number(today?.seen ?? 0)}
                </td>
                <td className="lb-number" data-label={names[1]}>
                  {number(today?.billed ?? 0)}
                </td>
                <td className="lb-number" data-label={names[2]}>
                  {today && <Money value={today.net} />}
                </td>
                <td className={styles.room} data-label={t('sending.room')}>
                  <RoomWords model={model} campaign={campaign} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="xs">
        {t('sending.means')}
      </Text>
      {sorted.length > AT_FIRST && !isWhole && (
        <Group justify="center" mt="sm">
          <Button size="xs" variant="default" onClick={() => setIsWhole(true)}>
            {t('sending.all', { count: sorted.length })}
          </Button>
        </Group>
      )}
    </section>
  );
}
