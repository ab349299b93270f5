import { Group, NumberInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fieldErrors, type Refusal } from '../../app/useVerb';
import { MARKET_CURRENCY } from '../../ui/floor';
import { useFloorFault } from '../../ui/useFloorFault';
import { endRange, faultsOf, type Terms } from './terms';

interface Properties {
  terms: Terms;
  onChange(terms: Terms): void;
  /** The floor is for all leads together, not for each. */
  isLot?: boolean;
  refusal: Refusal | null;
  /** Takes back what the server said of a field. */
  mended(field: string): void;
}

/** How leads are put on sale: to how many buyers, not under which price, until when. */
export function TermsFields({ terms, onChange, isLot = false, refusal, mended }: Properties) {
  const { t } = useTranslation('leads');
  const faults = faultsOf(terms);
  const floorFault = useFloorFault(terms.floor);
  const told = Object.entries(fieldErrors(refusal));
  const toldOf = (field: string): string | undefined => told.find(([path]) => path.startsWith(`terms.${field}`))?.[1];
  const { min, max } = endRange();
  return (
    <Stack gap="sm">
      <BuyersField terms={terms} onChange={onChange} />
      <Group grow align="flex-start">
        <TextInput
          label={t(isLot ? 'terms.floorOfLot' : 'terms.floor', { currency: MARKET_CURRENCY })}
          description={t('terms.floorMeans')}
          placeholder={t('terms.noFloor')}
          inputMode="decimal"
          value={terms.floor}
          onChange={({ currentTarget }) => {
            mended('terms.floor');
            onChange({ ...terms, floor: currentTarget.value });
          }}
          error={floorFault ?? toldOf('floor')}
        />
        <TextInput
          type="date"
          label={t('terms.endsOn')}
          description={t('terms.endsMeans')}
          min={min}
          max={max}
          value={terms.endsOn}
          onChange={({ currentTarget }) => {
            mended('terms.endsAt');
            onChange({ ...terms, endsOn: currentTarget.value });
          }}
          error={faults.endsOn ? t('terms.endsFault') : toldOf('endsAt')}
        />
      </Group>
    </Stack>
  );
}

function BuyersField({ terms, onChange }: Pick<Properties, 'terms' | 'onChange'>) {
  const { t } = useTranslation('leads');
  return (
    <Group align="flex-end" gap="md">
      <div>
        <Text size="sm" fw={500} id="terms-buyers">
          {t('terms.buyers')}
        </Text>
        <SegmentedControl
          aria-labelledby="terms-buyers"
          value={terms.isExclusive ? 'exclusive' : 'shared'}
          data={[
            { value: 'shared', label: t('terms.shared') },
            { value: 'exclusive', label: t('terms.exclusive') },
          ]}
          onChange={(value) => onChange({ ...terms, isExclusive: value === 'exclusive' })}
        />
      </div>
      {!terms.isExclusive && (
        <NumberInput
          label={t('terms.upTo')}
          min={2}
          max={5}
          clampBehavior="strict"
          allowDecimal={false}
          w={120}
          value={terms.buyers}
          onChange={(value) => onChange({ ...terms, buyers: Math.min(5, Math.max(2, Number(value) || 2)) })}
        />
      )}
    </Group>
  );
}
