import { Group, Kbd, Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DisputeDecision } from '../../generated/disputes';

/** For whom a claim is decided; each side has its key. */
export function OutcomeChoice({
  value,
  onChange,
  isMissing,
}: {
  value: DisputeDecision | null;
  onChange: (outcome: DisputeDecision) => void;
  isMissing: boolean;
}) {
  const { t } = useTranslation('disputes');
  return (
    <Radio.Group
      label={t('deciding.outcome')}
      value={value}
      onChange={onChange}
      error={isMissing ? t('deciding.choose') : undefined}
      data-wrong={isMissing || undefined}
    >
      <Group gap="lg" mt={6} mb={4}>
        <Radio value="ACCEPTED" label={<Named name={t('deciding.ACCEPTED')} shortcut="a" />} />
        <Radio value="REJECTED" label={<Named name={t('deciding.REJECTED')} shortcut="r" />} />
      </Group>
    </Radio.Group>
  );
}

function Named({ name, shortcut }: { name: string; shortcut: string }) {
  return (
    <>
      {name}{' '}
      <Kbd size="xs" visibleFrom="sm">
        {shortcut}
      </Kbd>
    </>
  );
}
