import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FormLineFieldsFragment } from '../../generated/forms';

/** Whether people can send a form. */
export function FormState({ closedBecause }: Pick<FormLineFieldsFragment, 'closedBecause'>) {
  const { t } = useTranslation('forms');
  return (
    <Badge variant="light" size="sm" tt="none" color={closedBecause === null ? 'bottle' : 'amber'}>
      {t(`state.${closedBecause ?? 'OPEN'}`)}
    </Badge>
  );
}
