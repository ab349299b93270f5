import { useTranslation } from 'react-i18next';
import { ProveForm } from './ProveForm';
import { Sheet } from './Sheet';

/** Asks whose data one wants to see. Whether anything is held is told only to whoever reads its messages. */
export function Prove({ onProven }: { onProven(token: string): void }) {
  const { t } = useTranslation('rights');
  return (
    <Sheet title={t('title')} lead={t('lead')}>
      <ProveForm onProven={onProven} />
    </Sheet>
  );
}
