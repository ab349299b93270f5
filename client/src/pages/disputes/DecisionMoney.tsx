import { useTranslation } from 'react-i18next';
import type { DisputeDecision, DisputeFieldsFragment } from '../../generated/disputes';
import { Money } from '../../ui/Money';
import { type Shares, sharesAfter } from './shares';
import { aboutOf } from './subject';
import styles from './decision.module.css';
import shared from './disputes.module.css';

const PARTS = ['buyer', 'agency', 'fee'] as const satisfies readonly (keyof Shares)[];

/** Both sides' money by either decision, next to each other, before one is made. */
export function DecisionMoney({
  dispute,
  outcome,
  refund,
}: {
  dispute: DisputeFieldsFragment;
  outcome: DisputeDecision | null;
  /** What goes back if the claim is accepted; null while no amount is given that may. */
  refund: number | null;
}) {
  const { t } = useTranslation('disputes');
  const { amounts, buyer, agency } = dispute;
  const { feeBps } = aboutOf(dispute);
  const ways: { decision: DisputeDecision; shares: Shares | null }[] = [
    { decision: 'ACCEPTED', shares: refund === null ? null : sharesAfter(amounts.paid, refund, feeBps) },
    { decision: 'REJECTED', shares: sharesAfter(amounts.paid, 0, feeBps) },
  ];
  const names = { buyer: buyer.name, agency: agency.name, fee: '' };
  // Before one is chosen the picture leans to neither side.
  const chosen = ways.find(({ decision }) => decision === outcome)?.shares;
  return (
    <div>
      <table className={styles.split}>
        <caption className={shared.small}>{t('split.title')}</caption>
        <thead>
          <tr>
            <td />
            {ways.map(({ decision }) => (
              <th key={decision} scope="col" data-chosen={decision === outcome}>
                {t(`split.${decision}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part}>
              <th scope="row">
                <span className={styles.swatch} data-part={part} aria-hidden="true" />
                {t(`split.${part}`, { name: names[part] })}
              </th>
              {ways.map(({ decision, shares }) => (
                <td key={decision} data-chosen={decision === outcome}>
                  {shares ? <Money value={shares[part]} /> : '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.bar} aria-hidden="true">
        {!chosen && <span data-part="none" style={{ flexGrow: 1 }} />}
        {PARTS.filter((part) => Number(chosen?.[part].minor) > 0).map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: Number(chosen?.[part].minor) }} />
        ))}
      </div>
    </div>
  );
}
