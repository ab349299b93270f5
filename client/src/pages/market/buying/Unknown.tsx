import { Alert, Button, Group } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { wordsOf } from '../../../app/useVerb';
import { useLostKeyboard } from '../../../ui/useLostKeyboard';
import type { Finding } from './useFinding';

/** No answer came: nothing else can be done with this purchase than to ask what became of it. */
export function Unknown({ finding: { find, isFinding, error } }: { finding: Finding }) {
  const { t } = useTranslation('market');
  return (
    <Alert
      role="alert"
      color="amber"
      variant="light"
      icon={<CircleHelp size={18} aria-hidden />}
      title={t('unknown.title')}
    >
      {t('unknown.means')}
      {error !== null && <p style={{ margin: '8px 0 0' }}>{wordsOf(error, t('common:failure.offline'))}</p>}
      <Group mt="sm">
        <Button data-autofocus loading={isFinding} onClick={find}>
          {t('unknown.ask')}
        </Button>
      </Group>
    </Alert>
  );
}

/** It was asked, and nothing was bought: it still can be. */
export function NotDone() {
  const { t } = useTranslation('market');
  const told = useLostKeyboard<HTMLDivElement>();
  return (
    <Alert ref={told} tabIndex={-1} role="alert" color="amber" variant="light">
      {t('unknown.notDone')}
    </Alert>
  );
}
