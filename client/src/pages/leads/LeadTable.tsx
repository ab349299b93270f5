import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PickCell, PickTable } from '../../ui/PickTable';
import table from '../../ui/PickTable.module.css';
import { When } from '../../ui/When';
import { Badge } from './Badge';
import { isListable, type LeadRow } from './leadKinds';
import { LeadStateBadge } from './LeadStateBadge';
import { ShortSignals } from './ShortSignals';
import { useLeadName } from './useLeadName';
import styles from './LeadTable.module.css';

const COLUMNS = ['lead', 'niche', 'facts', 'verification', 'consent', 'checks', 'state', 'sale'];

interface Properties {
  leads: readonly LeadRow[];
  isPicked(id: string): boolean;
  /** Absent for people who may not list. */
  onPick?(leads: readonly LeadRow[], isPicked: boolean): void;
  /** Shows what was found in full, as the moderator reads it. */
  showsEvidence: boolean;
}

/** Leads with their facts, what the checks found and how they stand on the market; those that may be listed can be picked. */
export function LeadTable({ leads, isPicked, onPick, showsEvidence }: Properties) {
  const { t } = useTranslation('leads');
  return (
    <PickTable
      caption={t('title')}
      columns={COLUMNS.map((name) => t(`table.${name}`))}
      rows={leads.filter(isListable)}
      pickAll={t('table.pickAll')}
      isPicked={isPicked}
      onPick={onPick}
    >
      {leads.map((lead) => (
        <Row key={lead.id} lead={lead} isPicked={isPicked(lead.id)} onPick={onPick} showsEvidence={showsEvidence} />
      ))}
    </PickTable>
  );
}

function Row({
  lead,
  isPicked,
  onPick,
  showsEvidence,
}: { lead: LeadRow; isPicked: boolean } & Pick<Properties, 'onPick' | 'showsEvidence'>) {
  const { t } = useTranslation('leads');
  const nameOf = useLeadName();
  const { id, state, niche, region, temperature, contactKind, channel, verification, consent } = lead;
  return (
    <tr>
      {onPick && (
        <PickCell
          label={t('table.pick', { lead: nameOf(lead) })}
          isPicked={isPicked}
          canPick={isListable(lead)}
          onPick={(picks) => onPick([lead], picks)}
        />
      )}
      <td className={`${table.first} ${styles.first}`}>
        <Link to={`/leads/${id}`} data-lead={id}>
          {nameOf(lead)}
        </Link>
        <div className={styles.facts}>
          <When at={lead.submittedAt} />
        </div>
      </td>
      <td data-label={t('table.niche')}>
        <span>
          {niche.name}
          <div className={styles.facts}>{region.name}</div>
        </span>
      </td>
      <td data-label={t('table.facts')} className={styles.short}>
        <span>
          {t(`common:temperature.${temperature}`)}, {t(`common:contactKind.${contactKind}`)}
          {channel !== 'OTHER' && <div className={styles.facts}>{t(`common:channel.${channel}`)}</div>}
        </span>
      </td>
      <td data-label={t('table.verification')} className={styles.short}>
        <span>{verification.isVerified ? <Badge tone="good">{t('verified.yes')}</Badge> : t('verified.no')}</span>
      </td>
      <td data-label={t('table.consent')} className={styles.short}>
        {consent ? t(`consentMethod.${consent.method}`) : t('consent.none')}
      </td>
      <td data-label={t('table.checks')} className={table.wide}>
        {showsEvidence ? <Evidence lead={lead} /> : <Checks lead={lead} />}
      </td>
      <td data-label={t('table.state')}>
        <span>
          <LeadStateBadge state={state} />
        </span>
      </td>
      <td data-label={t('table.sale')} className={styles.short}>
        <Standing listing={lead.listing ?? null} />
      </td>
    </tr>
  );
}

/** How it stands on the market. */
function Standing({ listing }: { listing: LeadRow['listing'] }) {
  const { t } = useTranslation('leads');
  if (!listing) return <span className={styles.facts}>{t('listing.NONE')}</span>;
  const { status, kind, sold, maxSales } = listing;
  return (
    <span>
      {t(`listing.${status}`)}
      {kind === 'LOT' && <div className={styles.facts}>{t('listing.inLot')}</div>}
      {maxSales > 1 && sold > 0 && <div className={styles.facts}>{t('listing.sold', { sold, max: maxSales })}</div>}
    </span>
  );
}

function Checks({ lead: { weight, signals } }: { lead: LeadRow }) {
  const { t } = useTranslation('leads');
  return (
    <div className={styles.checks}>
      {weight > 0 && (
        <Tooltip label={t('table.weightMeans')} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
          <span className={styles.weight} tabIndex={0}>
            {t('table.weight', { weight })}
          </span>
        </Tooltip>
      )}
      <ShortSignals signals={signals} />
    </div>
  );
}

/** What made the checks unsure, heaviest first. */
function Evidence({ lead: { weight, signals } }: { lead: LeadRow }) {
  const { t } = useTranslation('leads');
  const against = signals.filter((signal) => signal.weight > 0).sort((first, second) => second.weight - first.weight);
  return (
    <div>
      <div className={styles.facts}>{t('table.weight', { weight })}</div>
      <ul className={styles.evidence}>
        {against.map((signal) => (
          <li key={signal.code}>
            {signal.evidence} ({t('common:signal.weight', { weight: signal.weight })})
          </li>
        ))}
      </ul>
    </div>
  );
}
