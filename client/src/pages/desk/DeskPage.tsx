import { Button, SegmentedControl, Switch } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../app/download';
import { Missing } from '../../app/fallbacks';
import { useSession, useViewer } from '../../app/session';
import { DownloadButton } from '../../ui/DownloadButton';
import { Page, PageSkeleton } from '../../ui/Page';
import { Sheet } from '../../ui/Sheet';
import { Board } from './Board';
import { CardList } from './CardList';
import { DeskChips } from './DeskChips';
import { DeskFaultNote } from './DeskFaultNote';
import { DeskFilters, FIRST_FILTER } from './DeskFilters';
import { DeskKeys } from './DeskKeys';
import { exportAddress } from './exportAddress';
import { PeopleByClicks } from './PeopleByClicks';
import { useDeskFilter } from './useDeskFilter';
import styles from './desk.module.css';

/** The desk: all bought leads as rows or as a board by status; agents see those given to them. */
export function DeskPage() {
  return useViewer().organisation.kind === 'BUSINESS' ? <Desk /> : <Missing />;
}

function Desk() {
  const { t } = useTranslation('desk');
  const { may } = useSession();
  const desk = useDeskFilter();
  const [withContacts, setWithContacts] = useLocalStorage({ key: 'leadbourse.desk.contacts', defaultValue: false });
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const isWide = useMediaQuery('(min-width: 700px)', true, { getInitialValueInEffect: false });
  const toFilter = (): void => {
    if (!isWide) setIsSheetOpen(true);
    // The sheet has to be there before it can be typed into.
    setTimeout(() => document.getElementById(FIRST_FILTER)?.focus(), isWide ? 0 : 200);
  };
  return (
    <Page
      title={t('title')}
      lead={
        <>
          {t(desk.isManager ? 'lead' : 'leadOfAgent')}
          {desk.isManager && <PeopleByClicks />}
        </>
      }
      actions={
        <>
          <DeskKeys onFilter={toFilter} />
          {may('EXPORT_CARDS') && (
            <DownloadButton
              label={t(desk.count > 0 ? 'exportThese' : 'export')}
              name="cards.csv"
              // Until it is known what the choices stand for, nothing is given out.
              isDisabled={desk.filter === null}
              save={() => download(exportAddress(desk), 'cards.csv')}
            />
          )}
        </>
      }
    >
      <div className={styles.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('view.label')}
          data={(['list', 'board'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
          value={desk.view}
          onChange={(value) => desk.choose('view', value === 'board' ? value : null)}
        />
        {!isWide && (
          <Button
            size="xs"
            variant="default"
            leftSection={<SlidersHorizontal size={14} aria-hidden />}
            onClick={() => setIsSheetOpen(true)}
          >
            {desk.count > 0 ? t('filter.openWith', { count: desk.count }) : t('filter.label')}
          </Button>
        )}
        <Switch
          size="sm"
          label={t('contacts.show')}
          description={t('contacts.recorded')}
          checked={withContacts}
          onChange={(event) => setWithContacts(event.currentTarget.checked)}
        />
      </div>
      {isWide ? (
        <DeskFilters desk={desk} />
      ) : (
        <>
          <DeskChips desk={desk} />
          <Sheet isOpen={isSheetOpen} onClose={() => setIsSheetOpen(false)} title={t('filter.label')}>
            <DeskFilters desk={desk} />
          </Sheet>
        </>
      )}
      {desk.fault && <DeskFaultNote fault={desk.fault} desk={desk} />}
      {desk.filter === null && !desk.fault && <PageSkeleton />}
      {desk.filter && desk.view === 'list' && <CardList desk={desk} filter={desk.filter} withContacts={withContacts} />}
      {desk.filter && desk.view === 'board' && <Board desk={desk} filter={desk.filter} withContacts={withContacts} />}
    </Page>
  );
}
