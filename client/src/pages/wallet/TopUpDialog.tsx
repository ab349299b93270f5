import { useQuery } from '@apollo/client/react';
import { Button, Group, Skeleton, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusWrong } from '../../app/focusWrong';
import { exponentOf, type MoneyValue, parseMinor, useFormats } from '../../app/format';
import { useKeyedVerb } from '../../app/repeatKey';
import { fieldErrors } from '../../app/useVerb';
import { StartTopUpDocument, TopUpLimitsDocument, type TopUpLimitsQuery } from '../../generated/wallet';
import { Dialog } from '../../ui/Dialog';
import { Failure, RefusalNote } from '../../ui/Failure';

/** Asks how much to put into the wallet, and sends the payer to the provider's page. Nothing is charged here. */
export function TopUpDialog({
  initial,
  back,
  onClose,
}: {
  initial: string;
  /** Where a purchase waits for the money. */
  back: string | null;
  onClose(): void;
}) {
  const { t } = useTranslation('wallet');
  const { data, error, refetch } = useQuery(TopUpLimitsDocument, { fetchPolicy: 'network-only' });
  return (
    <Dialog opened onClose={onClose} closeOnClickOutside={false} title={t('topUp.title')}>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={160} />}
      {data && <TopUpForm limits={data.topUpLimits} initial={initial} back={back} onClose={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  limits: TopUpLimitsQuery['topUpLimits'];
  initial: string;
  back: string | null;
  onClose(): void;
}

/** Amounts in whole units that most people choose. */
const QUICK = [50, 100, 250, 500, 1000];

function TopUpForm({ limits, initial, back, onClose }: FormProps) {
  const { t } = useTranslation('wallet');
  const { money } = useFormats();
  const { smallest, largest, leftToday } = limits;
  const { currency } = smallest;
  const [typed, setTyped] = useState(initial);
  const [fault, setFault] = useState<string | null>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const { send, isSending, refusal, forget } = useKeyedVerb(StartTopUpDocument, 'startTopUp');
  const most = Math.min(Number(largest.minor), Number(leftToday.minor));
  const minor = parseMinor(typed, currency);

  const change = (text: string): void => {
    setTyped(text);
    setFault(null);
    forget();
  };
  const submit = async (form: HTMLFormElement): Promise<void> => {
    const wrong = faultOf(minor, Number(smallest.minor), most);
    if (wrong || minor === null) {
      setFault(t(`topUp.fault.${wrong ?? 'none'}`, { least: money(smallest), most: money({ minor: most, currency }) }));
      focusWrong(form);
      return;
    }
    const returnUrl = back ? `/wallet?${new URLSearchParams({ back })}` : '/wallet';
    const outcome = await send({ input: { amount: { minor, currency }, returnUrl } });
    if (!outcome?.payload) return;
    setIsLeaving(true);
    location.assign(outcome.payload.checkoutUrl);
  };
  const errors = fieldErrors(refusal);
  const amountError = fault ?? errors.amount ?? errors['amount.minor'] ?? errors['amount.currency'];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <TextInput
        label={t('topUp.amount', { currency })}
        description={t('topUp.limits', { least: money(smallest), most: money({ minor: most, currency }) })}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        value={typed}
        error={amountError}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <QuickAmounts currency={currency} most={most} onChoose={change} />
      <RefusalNote refusal={refusal} fields={['amount', 'amount.minor', 'amount.currency']} />
      <Text size="sm" c="dimmed" mt="md">
        {t('topUp.means')}
      </Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('common:act.cancel')}
        </Button>
        <Button type="submit" loading={isSending || isLeaving}>
          {minor ? t('topUp.pay', { amount: money({ minor, currency }) }) : t('topUp.payNone')}
        </Button>
      </Group>
    </form>
  );
}

/** What is wrong with an amount, if anything. */
function faultOf(minor: number | null, least: number, most: number): 'none' | 'small' | 'large' | null {
  if (minor === null) return 'none';
  if (minor < least) return 'small';
  return minor > most ? 'large' : null;
}

function QuickAmounts(props: { currency: MoneyValue['currency']; most: number; onChoose(typed: string): void }) {
  const { currency, most, onChoose } = props;
  const { t } = useTranslation('wallet');
  const { money } = useFormats();
  const minorOf = (amount: number): number => amount * 10 ** exponentOf(currency);
  return (
    <Group gap={6} mt="xs" role="group" aria-label={t('topUp.quick')}>
      {QUICK.filter((amount) => minorOf(amount) <= most).map((amount) => (
        <Button key={amount} size="compact-sm" variant="default" onClick={() => onChoose(String(amount))}>
          {money({ minor: minorOf(amount), currency }).replace(/\D0+$/, '')}
        </Button>
      ))}
    </Group>
  );
}
