import { ActionIcon, Button } from '@mantine/core';
import { Keyboard, ListOrdered } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession, useViewer } from '../../app/session';
import type { MarketFilter } from '../../generated/market';
import type { Choices } from './choices';
import type { Dialog } from './Dialogs';
import { Searches } from './searches/Searches';

/** What can be done with the search as a whole. */
export function TopActions({
  filter,
  choices,
  onDialog,
}: {
  filter: MarketFilter | null;
  choices: Choices;
  onDialog(dialog: Dialog): void;
}) {
  const { t } = useTranslation('market');
  const { may } = useSession();
  const { organisation } = useViewer();
  const mayBuy = may('BUY_LEADS');
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        visibleFrom="sm"
        aria-label={t('common:keys.title')}
        onClick={() => onDialog({ kind: 'keys' })}
      >
        <Keyboard size={18} aria-hidden />
      </ActionIcon>
      {organisation.kind === 'BUSINESS' && <Searches filter={filter} choices={choices} mayChange={mayBuy} />}
      {mayBuy && (
        <Button component={Link} to="/market/wishes" variant="default" size="sm">
          {t('wishes')}
        </Button>
      )}
      {mayBuy && (
        <Button
          variant="light"
          size="sm"
          leftSection={<ListOrdered size={15} aria-hidden />}
          onClick={() => onDialog({ kind: 'best' })}
        >
          {t('best.open')}
        </Button>
      )}
    </>
  );
}
