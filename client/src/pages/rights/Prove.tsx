import { useTranslation } from 'react-i18next';
import { PersonPage } from '../../ui/PersonPage';
import { ProveForm } from './ProveForm';

/** Asks whose data one wants to see. Whether anything is held is told only to whoever reads its messages. */
export function Prove({ language, onProven }: { language: string; onProven(token: string): void }) {
  const { t } = useTranslation('rights');
  return (
    <PersonPage title={t('title')} lead={t('lead')}>
      <ProveForm language={language} onProven={onProven} />
    </PersonPage>
  );
}
