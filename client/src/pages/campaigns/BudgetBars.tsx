import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { BudgetFieldsFragment, CampaignFieldsFragment } from '../../generated/campaigns';
import { budgetLevel, MARKS, shareOf } from './budget';
import styles from './campaigns.module.css';

const SPANS = ['today', 'thisWeek', 'total'] as const;

type Budgeted = Pick<
  CampaignFieldsFragment,
  (typeof SPANS)[number] | 'model' | 'state' | 'hindrances' | 'maxPrice' | 'callsUnderWay'
>;

/** Whether a budget leaves less than the highest price, though what costs less is taken still. */
const leavesUnderMost = ({ state, hindrances, maxPrice, ...campaign }: Budgeted): boolean =>
  state === 'RUNNING' &&
  !hindrances.some((one) => one.endsWith('_BUDGET_SPENT')) &&
  SPANS.some((span) => {
    const { limit, spent } = campaign[span] ?? {};
    return limit && spent && Number(limit.minor) - Number(spent.minor) < Number(maxPrice.minor);
  });

/** What a campaign has spent today, this week and in all, each against its limit where it has one. */
export function BudgetBars({
  campaign,
  isAboveRows = false,
}: {
  campaign: Budgeted;
  /** Above what arrives, which counts in them as it does. */
  isAboveRows?: boolean;
}) {
  const { t } = useTranslation('campaigns');
  const { money } = useFormats();
  const { count = 0, held } = campaign.callsUnderWay ?? {};
  return (
    <div className={styles.budgets} data-above={isAboveRows || undefined}>
      {SPANS.map((span) => {
        const budget = campaign[span];
        return budget && <BudgetBar key={span} title={t(`budget.${span}`)} budget={budget} />;
      })}
      {count > 0 && held && (
        <div className={`lb-soft ${styles.budgetWhole}`}>{t('budget.underWay', { count, held: money(held) })}</div>
      )}
      {leavesUnderMost(campaign) && (
        <div className={`${styles.budgetNote} ${styles.budgetWhole}`}>
          {t('budget.underMost', { context: campaign.model })}
        </div>
      )}
    </div>
  );
}

function BudgetBar({ title, budget }: { title: string; budget: BudgetFieldsFragment }) {
  const { t } = useTranslation('campaigns');
  const { money, percent } = useFormats();
  const { limit, spent } = budget;
  if (!limit)
    return (
      <div>
        <div className={styles.budgetText}>
          <span className="lb-soft">{title}</span>
          <span className="lb-figures">{t('budget.unlimited', { spent: money(spent) })}</span>
        </div>
      </div>
    );
  const share = shareOf(budget);
  const text = t('budget.of', { spent: money(spent), limit: money(limit) });
  return (
    <div>
      <div className={styles.budgetText}>
        <span className="lb-soft">{title}</span>
        <span className="lb-figures">{text}</span>
      </div>
      <div
        className={styles.budgetBar}
        data-level={budgetLevel(share)}
        role="progressbar"
        aria-label={title}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${text}, ${percent(share)}`}
      >
        <span className={styles.budgetFill} style={{ width: `${share * 100}%` }} />
        {MARKS.map((mark) => (
          <span key={mark} className={styles.budgetMark} style={{ left: `${mark * 100}%` }} />
        ))}
      </div>
      {share >= MARKS[0] && (
        <div className={styles.budgetNote} data-level={budgetLevel(share)}>
          {t(share >= 1 ? 'budget.allSpent' : 'budget.reached', { share: percent(share) })}
        </div>
      )}
    </div>
  );
}
