import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { CallFactFieldsFragment } from '../../generated/disputes';
import { Money } from '../../ui/Money';
import { Facts } from '../../ui/Panel';
import { callPath } from '../campaigns/usage/billedPaths';
import { lengthOf } from '../recordings/length';

/** The call that was billed: when, by whose number, from where, how long it was talked and for how much. */
export function CallFacts({ call }: { call: CallFactFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { moment, country } = useFormats();
  const { campaign, agency, at, seconds, minSeconds, callerMasked, callerCountry, price } = call;
  const length = { length: lengthOf(seconds ?? 0), least: lengthOf(minSeconds) };
  return (
    <Facts
      facts={[
        [
          t('batch.campaign'),
          <Link key="campaign" to={callPath(call)}>
            {campaign.name}
          </Link>,
        ],
        [t('sale.agency'), agency.name],
        [t('call.when'), moment(at)],
        [t('call.caller'), callerMasked],
        [t('call.country'), callerCountry && country(callerCountry)],
        [t('call.talked'), t('call.ofLeast', length)],
        [t('sale.paid'), price && <Money key="paid" value={price} />],
      ]}
    />
  );
}
