import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { ClickFieldsFragment } from '../../generated/clicks';
import { Money } from '../../ui/Money';
import { figures, Table } from '../../ui/Table';
import { When } from '../../ui/When';
import styles from '../campaigns/usage/usage.module.css';

interface Props {
  clicks: readonly ClickFieldsFragment[];
  /** All are of one campaign, which need not be named. */
  isOfCampaign: boolean;
  /** An agency sees its links, a business who sent the visitor. */
  isAgency: boolean;
  /** With the id of each, as the page of the business gets it. */
  hasIds?: boolean;
}

export function ClickTable({ clicks, isOfCampaign, isAgency, hasIds = false }: Props) {
  const { t } = useTranslation('clicks');
  return (
    <Table
      caption={t('title')}
      className={styles.table}
      columns={[
        t('column.when'),
        t(isAgency ? 'column.link' : 'column.agency'),
        t('column.subId'),
        t('column.from'),
        t('column.verdict'),
        ...figures([t('column.price')]),
      ]}
    >
      <tbody>
        {clicks.map((click) => (
          <ClickRow key={click.id} click={click} isOfCampaign={isOfCampaign} isAgency={isAgency} hasIds={hasIds} />
        ))}
      </tbody>
    </Table>
  );
}

const colourOf = (verdict: ClickFieldsFragment['verdict']): string => {
  if (verdict === 'VALID') return 'bottle';
  return verdict === 'PENDING' ? 'gray' : 'amber';
};

function ClickRow({ click, isOfCampaign, isAgency, hasIds }: { click: ClickFieldsFragment } & Omit<Props, 'clicks'>) {
  const { t } = useTranslation('clicks');
  const { country: countryName, span } = useFormats();
  const { id, at, campaign, agency, link, subId, country, userAgent, verdict, why, price, conversions } = click;
  return (
    <tr>
      <td className={styles.when}>
        <When at={at} isStop={false} />
        {hasIds && (
          <span className={styles.agent} title={id}>
            {id}
          </span>
        )}
      </td>
      <td className={styles.who}>
        {isAgency ? link.name : agency.name}
        {!isOfCampaign && campaign && (
          <Link to={`/campaigns/${campaign.id}`} className={styles.under}>
            {campaign.name}
          </Link>
        )}
      </td>
      <td data-label={t('column.subId')} data-empty={subId === ''}>
        {subId || '–'}
      </td>
      <td data-label={t('column.from')}>
        {country ? countryName(country) : t('unknown')}
        <span className={styles.agent} title={userAgent}>
          {userAgent || t('noAgent')}
        </span>
      </td>
      <td className={styles.verdict}>
        <Badge variant="light" tt="none" color={colourOf(verdict)}>
          {t(`verdict.${verdict}`)}
        </Badge>
        <span className={styles.why}>{why}</span>
        {conversions.map(({ id: conversionId, kind, saidBy, seconds, isQuick }) => (
          <span key={conversionId} className={styles.converted}>
            <Badge variant="light" tt="none" color={isQuick ? 'amber' : 'bottle'}>
              {t('conversion.mark', { kind, span: span(seconds * 1000) })}
            </Badge>
            <span className={styles.why}>
              {t(`conversion.saidBy.${saidBy}`)}
              {isQuick && ` · ${t('conversion.quick')}`}
            </span>
          </span>
        ))}
      </td>
      <td className={`lb-number ${styles.price}`}>{price ? <Money value={price} /> : t('notBilled')}</td>
    </tr>
  );
}
