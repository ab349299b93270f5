import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { ClockRing } from '../../ui/ClockRing';
import { Empty } from '../../ui/Empty';
import { MoneyTrail, stationsOf } from '../../ui/MoneyTrail';
import { Page } from '../../ui/Page';
import type { Disputable, ReasonOption } from './claim';
import { ClaimForm } from './ClaimForm';
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
  return (
    <Page title={t(`open.title.${kind}`)} lead={isOpen && t('open.lead')}>
      <div className={styles.opening}>
        <aside className={shared.panel} aria-labelledby="thing">
          <h2 id="thing" className={shared.heading}>
            {t(`open.thing.${kind}`)}
          </h2>
          {facts}
          {money.state === 'HELD' && (
            <p className={styles.window}>
              <ClockRing start={heldAt} end={windowEndsAt} /> {t(`open.window.${kind}`)}
            </p>
          )}
          <MoneyTrail amounts={stationsOf(money)} />
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

/** Why it cannot be disputed: it was before, nothing of it is billed, or its time is over. */
function NotAnyMore({
  thing: { kind, windowEndsAt },
  state,
  disputeId,
  back,
}: Pick<Parameters<typeof Opening>[0], 'thing' | 'disputeId' | 'back'> & { state: string }) {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  if (disputeId) {
    return (
      <Empty
        title={t(`open.already.${kind}`)}
        text={t(`open.once.${kind}`)}
        action={{ label: t('open.toDispute'), to: `/disputes/${disputeId}` }}
      />
    );
  }
  if (state === 'OPEN' || state === 'EMPTY') {
    return <Empty title={t('open.notBilled')} text={t(`open.notBilledText.${state}`)} action={back} />;
  }
  return <Empty title={t('open.closed', { moment: moment(windowEndsAt) })} text={t('open.closedText')} action={back} />;
}
