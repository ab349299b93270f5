import { useTranslation } from 'react-i18next';
import { KeysModal } from '../../ui/KeysModal';

const KEYS = { '/': 'search', j: 'next', k: 'before', Enter: 'open', x: 'select', Esc: 'close' } as const;

/** What each key does on the market. */
export default function MarketKeys({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('market');
  const keys = Object.entries(KEYS).map(([name, what]) => ({ name, does: t(`keys.${what}`) }));
  return <KeysModal keys={keys} isOpen onClose={onClose} />;
}
