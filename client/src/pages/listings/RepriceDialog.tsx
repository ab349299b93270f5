import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusWrongHere } from '../../app/focusWrong';
import { useFormats } from '../../app/format';
import { useKeyedVerb } from '../../app/repeatKey';
import { useMissing } from '../../app/useMissing';
import { fieldErrors } from '../../app/useVerb';
import { RepriceListingsDocument } from '../../generated/listings';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import { MARKET_CURRENCY as currency, readFloor } from '../../ui/floor';
import { useFloorFault } from '../../ui/useFloorFault';
import type { ListingRow } from './ListingList';

type Choice = 'floor' | 'none' | 'keep';

/** A new floor for listings, or their prices worked out anew. Says for how many the floor would be the price. */
export function RepriceDialog({
  listings,
  onClose,
}: {
  listings: readonly ListingRow[];
  onClose(done: boolean): void;
}) {
  const { t } = useTranslation('listings');
  const { money } = useFormats();
  const [choice, setChoice] = useState<Choice>('floor');
  const [typed, setTyped] = useState('');
  const verb = useKeyedVerb(RepriceListingsDocument, 'repriceListings');
  const { isMissing, isGiven, forget } = useMissing();
  const fault = useFloorFault(typed) ?? (isMissing ? t('reprice.amountMissing') : null);
  const minor = choice === 'none' ? 0 : readFloor(typed).minor;
  const raised = listings.filter(({ price }) => minor !== null && Number(price.minor) < minor).length;
  const told = Object.entries(fieldErrors(verb.refusal)).find(([path]) => path.startsWith('floor'))?.[1];
  const mend = (): void => {
    forget();
    verb.mended('floor');
  };
  const send = async (): Promise<void> => {
    if (choice === 'floor' && (!isGiven(typed) || minor === null)) return focusWrongHere();
    const floor = choice === 'keep' || minor === null ? undefined : { minor, currency };
    const outcome = await verb.send({ input: { listingIds: listings.map(({ id }) => id), floor } });
    if (!outcome?.payload) return;
    notifications.show({ message: t('reprice.done', { count: outcome.payload.listings.length }) });
    onClose(true);
  };
  return (
    <FormDialog
      onClose={() => onClose(false)}
      title={t('reprice.title', { count: listings.length })}
      isSending={verb.isSending}
      isDirty={typed !== '' || choice !== 'floor'}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('reprice.means')}</Text>
          <Radio.Group
            value={choice}
            onChange={(value) => {
              mend();
              setChoice(value);
            }}
            label={t('column.floor')}
          >
            <Stack gap={8} mt={4}>
              <Radio value="floor" label={t('reprice.floor')} />
              <Radio value="none" label={t('reprice.none')} />
              <Radio value="keep" label={t('reprice.keep')} />
            </Stack>
          </Radio.Group>
          {choice === 'floor' && (
            <TextInput
              label={t('reprice.amount', { currency })}
              description={t('reprice.amountMeans')}
              inputMode="decimal"
              value={typed}
              onChange={({ currentTarget }) => {
                mend();
                setTyped(currentTarget.value);
              }}
              error={fault ?? told}
              data-autofocus
            />
          )}
          {choice === 'floor' && minor !== null && !told && (
            <Text size="sm" role="status">
              {t('reprice.raises', { count: raised, of: listings.length, floor: money({ minor, currency }) })}
            </Text>
          )}
          {!told && <RefusalNote refusal={verb.refusal} />}
          <Group justify="flex-end">
            <Button variant="default" disabled={verb.isSending} onClick={() => onClose(false)}>
              {t('common:act.cancel')}
            </Button>
            <Button type="submit" loading={verb.isSending}>
              {t('reprice.confirm', { count: listings.length })}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormDialog>
  );
}
