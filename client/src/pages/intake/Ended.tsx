import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { UploadedBatch } from './batch';
import { Downloads } from './Downloads';
import styles from './Ended.module.css';
import { ImportBatch } from './ImportBatch';
import { Outcome } from './Outcome';
import { ReasonLists } from './ReasonLists';
import { useTakeFocus } from './useTakeFocus';

/** The report of a batch that is over: what became of its rows and why, and what to do next. */
export function Ended({ batch }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  const heading = useTakeFocus();
  const { state, counts, problem } = batch;
  return (
    <section className={styles.section}>
      <div>
        <Title order={2} size="h3" ref={heading} tabIndex={-1} className={styles.heading}>
          {t(`ended.${state}`)}
        </Title>
        <Pace batch={batch} />
      </div>
      {state === 'FAILED' && (
        <Alert color="brick" variant="light" title={t('ended.failedBecause')}>
          {problem}
          <Group mt="sm">
            <ImportBatch batch={batch} />
          </Group>
        </Alert>
      )}
      {counts.rows > 0 ? (
        <Outcome counts={counts} isLarge />
      ) : (
        <p className={styles.none}>{t('ended.nothingStored')}</p>
      )}
      <NextSteps batch={batch} />
      <ReasonLists of={batch} />
    </section>
  );
}

/** When an import was done, and how quick it was. */
function Pace({ batch: { state, finishedAt, rowsPerSecond } }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  const { moment } = useFormats();
  if (state !== 'IMPORTED' || !finishedAt || rowsPerSecond === null) return null;
  return (
    <Text c="dimmed" size="sm">
      {t('ended.pace', { moment: moment(finishedAt), count: rowsPerSecond })}
    </Text>
  );
}

function NextSteps({ batch }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  const { id, counts, state } = batch;
  const hasProblems = counts.quarantined + counts.duplicates + counts.rejected > 0;
  return (
    <Group gap="xs">
      {counts.accepted > 0 && (
        <Button component={Link} to={`/leads?state=ACCEPTED&batch=${id}`}>
          {t('ended.leads')}
        </Button>
      )}
      <Downloads batch={batch} hasProblems={hasProblems} />
      {state === 'CANCELLED' && counts.rows > 0 && (
        <Button component={Link} to={`/upload?corrects=${id}`}>
          {t('ended.rest')}
        </Button>
      )}
      {hasProblems && state !== 'CANCELLED' && (
        <Button component={Link} to={`/upload?corrects=${id}`} variant="default">
          {t('ended.correct')}
        </Button>
      )}
      {counts.rows === 0 && (
        <Button component={Link} to="/upload" variant="default">
          {t('ended.another')}
        </Button>
      )}
    </Group>
  );
}
