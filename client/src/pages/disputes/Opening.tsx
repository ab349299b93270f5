import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockRing } from '../../ui/ClockRing';
import { MoneyTrail, stationsOf } from '../../ui/MoneyTrail';
import { Page } from '../../ui/Page';
import type { Disputable, ReasonOption } from './claim';
import { ClaimForm } from './ClaimForm';
import { NotAnyMore } from './NotAnyMore';
import styles from './claim.module.css';
import shared from './disputes.module.css';

/** What a claim is to be about, beside the form to make it; or why none can be made any more. */
export function Opening({
  thing,
  money,
  facts,
  options,
  asked,
  disputeId,
  back,
}: {
  thing: Disputable;
  money: Parameters<typeof stationsOf>[0];
  facts: ReactNode;
  options: readonly ReasonOption[];
  asked: string | null;
  /** The dispute that it had already. */
  disputeId: string | null;
  /** Where it is looked at otherwise. */
  back: { label: string; to: string };
}) {
  const { t } = useTranslation('disputes');
  const { kind, id, heldAt, windowEndsAt } = thing;
  const isOpen = options.some(({ allowed }) => allowed);
  const isBilled = money.state !== 'OPEN' && money.state !== 'EMPTY';
  return (
    <Page title={t(`open.title.${kind}`)} lead={isOpen && t('open.lead')}>
      <div className={styles.opening}>
        <aside className={shared.panel} aria-labelledby="thing">
          <h2 id="thing" className={shared.heading}>
            {t(isBilled ? `open.thing.${kind}` : 'open.unbilled')}
          </h2>
          {facts}
          {money.state === 'HELD' && (
            <p className={styles.window}>
              <ClockRing start={heldAt} end={windowEndsAt} /> {t(`open.window.${kind}`)}
            </p>
          )}
          {money.state !== 'OPEN' && <MoneyTrail amounts={stationsOf(money)} />}
        </aside>
        {isOpen ? (
          <ClaimForm key={id} thing={thing} options={options} asked={asked} />
        ) : (
          <NotAnyMore thing={thing} state={money.state} disputeId={disputeId} back={back} />
        )}
      </div>
    </Page>
  );
}
