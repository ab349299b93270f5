import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SignalChips } from '../../ui/SignalChips';
import { When } from '../../ui/When';
import { Badge } from './Badge';
import { isListable, type LeadRow } from './leadKinds';
import { LeadStateBadge } from './LeadStateBadge';
import styles from './LeadTable.module.css';

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
  const listable = leads.filter(isListable);
  const picked = listable.filter(({ id }) => isPicked(id)).length;
  return (
    <div className="lb-scroll">
      <table className={`lb-table ${styles.table}`}>
        <caption className="lb-visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            {onPick && (
              <th scope="col" className={styles.check}>
                <Checkbox
                  size="xs"
                  aria-label={t('table.pickAll')}
                  disabled={listable.length === 0}
                  checked={picked > 0 && picked === listable.length}
                  indeterminate={picked > 0 && picked < listable.length}
                  onChange={({ currentTarget }) => onPick(listable, currentTarget.checked)}
                />
              </th>
            )}
            {['lead', 'niche', 'facts', 'verification', 'consent', 'checks', 'state', 'sale'].map((name) => (
              <th key={name} scope="col">
                {t(`table.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {leads.map((lead) => (
            <Row key={lead.id} lead={lead} isPicked={isPicked(lead.id)} onPick={onPick} showsEvidence={showsEvidence} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  lead,
  isPicked,
  onPick,
  showsEvidence,
}: { lead: LeadRow; isPicked: boolean } & Pick<Properties, 'onPick' | 'showsEvidence'>) {
  const { t } = useTranslation('leads');
  const { id, state, preview, niche, region, temperature, contactKind, channel, verification, consent } = lead;
  return (
    <tr>
      {onPick && (
        <td className={styles.check}>
          {isListable(lead) && (
            <Checkbox
              size="xs"
              aria-label={t('table.pick', { lead: preview.text || t('nameless') })}
              checked={isPicked}
              onChange={({ currentTarget }) => onPick([lead], currentTarget.checked)}
            />
          )}
        </td>
      )}
      <td className={styles.first}>
        <Link to={`/leads/${id}`} data-lead={id}>
          {preview.text || t('nameless')}
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
      <td data-label={t('table.consent')}>{consent ? t(`consentMethod.${consent.method}`) : t('consent.none')}</td>
      <td data-label={t('table.checks')} className={styles.wide}>
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
      {weight > 0 && <span className={styles.facts}>{t('table.weight', { weight })}</span>}
      <SignalChips signals={signals} />
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
