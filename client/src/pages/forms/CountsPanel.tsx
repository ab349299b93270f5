import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { FormFieldsFragment } from '../../generated/forms';
import { Facts, Panel } from '../../ui/Panel';

/** In the order in which a request goes through them. */
export const COUNTS = ['shown', 'sent', 'accepted', 'quarantined', 'duplicates', 'rejected'] as const;

/** How often a form was shown and sent, and what the checks made of it. */
export function CountsPanel({ counts }: Pick<FormFieldsFragment, 'counts'>) {
  const { t } = useTranslation('forms');
  const { number } = useFormats();
  return (
    <Panel title={t('counts.title')}>
      <Facts facts={COUNTS.map((count) => [t(`counts.${count}`), number(counts[count])] as const)} />
      <Text size="sm" c="dimmed" mt="xs">
        {t('counts.means')}
      </Text>
    </Panel>
  );
}
