import { SegmentedControl, Switch } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { download } from '../../app/download';
import { Missing } from '../../app/fallbacks';
import { useSession, useViewer } from '../../app/session';
import { DownloadButton } from '../../ui/DownloadButton';
import { Page, PageSkeleton } from '../../ui/Page';
import { Board } from './Board';
import { CardList } from './CardList';
import { DeskFilters } from './DeskFilters';
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
  return (
    <Page
      title={t('title')}
      lead={t(desk.isManager ? 'lead' : 'leadOfAgent')}
      actions={
        may('EXPORT_CARDS') && (
          <DownloadButton
            label={t('export')}
            name="cards.csv"
            save={() => download('/api/exports/cards.csv', 'cards.csv')}
          />
        )
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
        <Switch
          size="sm"
          label={t('contacts.show')}
          description={t('contacts.recorded')}
          checked={withContacts}
          onChange={(event) => setWithContacts(event.currentTarget.checked)}
        />
      </div>
      <DeskFilters desk={desk} />
      {desk.filter === null && <PageSkeleton />}
      {desk.filter && desk.view === 'list' && <CardList desk={desk} filter={desk.filter} withContacts={withContacts} />}
      {desk.filter && desk.view === 'board' && <Board filter={desk.filter} withContacts={withContacts} />}
    </Page>
  );
}
