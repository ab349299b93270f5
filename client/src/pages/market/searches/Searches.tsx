import { Button, Popover } from '@mantine/core';
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarketFilter } from '../../../generated/market';
import { late } from '../../../ui/late';
import type { Choices } from '../choices';

const SearchesInside = late(() => import('./SearchesInside'));

export interface SearchesProps {
  filter: MarketFilter | null;
  choices: Choices;
  mayChange: boolean;
}

/** The searches that the business keeps under a name; what is in it is loaded when it is opened first. */
export function Searches(props: SearchesProps) {
  const { t } = useTranslation('market');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover opened={isOpen} onChange={setIsOpen} width={320} position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<Bookmark size={15} aria-hidden />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('searches.title')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <SearchesInside {...props} onOpened={() => setIsOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
