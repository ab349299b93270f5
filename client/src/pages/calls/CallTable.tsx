import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { CallFieldsFragment } from '../../generated/calls';
import { Money } from '../../ui/Money';
import { figures, Table } from '../../ui/Table';
import { When } from '../../ui/When';
import styles from '../campaigns/usage/usage.module.css';
import { CallMark, Length } from './CallMark';
import { isTalked } from './verdicts';

interface Props {
  calls: readonly CallFieldsFragment[];
  /** All are of one campaign, which need not be named. */
  isOfCampaign: boolean;
  /** An agency sees its numbers, a business who brought the caller. */
  isAgency: boolean;
  /** Where one call is looked at. */
  addressOf(id: string): string;
}

export function CallTable({ calls, ...shown }: Props) {
  const { t } = useTranslation('calls');
  return (
    <Table
      caption={t('title')}
      className={styles.table}
      columns={[
        t('column.when'),
        t(shown.isAgency ? 'column.number' : 'column.agency'),
        t('column.subId'),
        t('column.caller'),
        t('column.state'),
        ...figures([t('column.length'), t('column.price')]),
      ]}
    >
      <tbody>
        {calls.map((call) => (
          <CallRow key={call.id} call={call} {...shown} />
        ))}
      </tbody>
    </Table>
  );
}

function CallRow({ call, isOfCampaign, isAgency, addressOf }: { call: CallFieldsFragment } & Omit<Props, 'calls'>) {
  const { t } = useTranslation('calls');
  const { country: countryName } = useFormats();
  const { id, at, campaign, agency, number, subId, callerMasked, callerCountry, state, why, conversion } = call;
  return (
    <tr>
      <td className={styles.when}>
        <Link to={addressOf(id)} preventScrollReset className={styles.open}>
          <span className="lb-visually-hidden">{t('openIt')} </span>
          <When at={at} isStop={false} />
        </Link>
      </td>
      <td className={styles.who}>
        {isAgency ? number.name : agency.name}
        {!isOfCampaign && (
          <Link to={`/campaigns/${campaign.id}`} className={styles.under}>
            {campaign.name}
          </Link>
        )}
      </td>
      <td data-label={t('column.subId')} data-empty={subId === ''}>
        {subId || '–'}
      </td>
      <td data-label={t('column.caller')}>
        {callerMasked ?? t('noCaller')}
        {callerCountry && <span className={styles.why}>{countryName(callerCountry)}</span>}
      </td>
      <td className={styles.verdict}>
        <CallMark call={call} />
        {state === 'ENDED' && <span className={styles.why}>{why}</span>}
        {conversion && (
          <span className={styles.converted}>
            <Badge variant="light" tt="none" color="bottle">
              {t('conversion.mark', { kind: conversion.kind })}
            </Badge>
          </span>
        )}
      </td>
      <td className="lb-number" data-label={t('column.length')} data-empty={!isTalked(call)}>
        <Length call={call} />
      </td>
      <td className={`lb-number ${styles.price}`}>
        <Price call={call} />
      </td>
    </tr>
  );
}

/** What it costs, and where that money is; while it goes on, what is kept ready. */
function Price({ call: { price, isBilled, money } }: { call: CallFieldsFragment }) {
  const { t } = useTranslation('calls');
  if (!price) return t('notBilled');
  return (
    <>
      <Money value={price} />
      <span className={styles.why}>{t(isBilled ? `money.${money}` : 'keptReady')}</span>
    </>
  );
}
