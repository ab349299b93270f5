import { Alert, Button, Checkbox, FileInput, Progress, Select, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { OwnListStandingQuery } from '../../generated/ownList';
import { RefusalNote } from '../../ui/Failure';
import { Facts, Panel } from '../../ui/Panel';
import { countriesIn } from '../front/countries';
import { type Found, type Reading, useFile } from './useFile';
import { useSendList } from './useSendList';

const MOST_CHARS_TOLD = 60;

interface Props {
  standing: OwnListStandingQuery['ownList'];
  country: string;
  isReplacing: boolean;
  onSent(): void;
}

/** A file of contacts becomes hashes in the browser, and these are sent. */
export function SendList({ standing, country: own, isReplacing, onSent }: Props) {
  const { t, i18n } = useTranslation('ownList');
  const { leastEntries, mostEntries, hashesAtOnce, changesLeft } = standing;
  const [country, setCountry] = useState(own);
  const [file, setFile] = useState<File | null>(null);
  const [isRight, setIsRight] = useState(false);
  const { reading, read, forget } = useFile();
  const { send, share, refusal } = useSendList(hashesAtOnce);
  const countries = useMemo(() => countriesIn(i18n.language), [i18n.language]);
  const take = (chosen: File | null, inCountry: string): void => {
    setFile(chosen);
    if (chosen) read({ file: chosen, country: inCountry });
    else forget();
  };
  const found = reading.state === 'READ' ? reading.found : null;
  const isTooFew = found !== null && found.hashes.length < leastEntries;
  const isTooMany = found !== null && found.hashes.length > mostEntries;
  const deliver = async (): Promise<void> => {
    if (!found || !(await send(found.hashes))) return;
    take(null, country);
    setIsRight(false);
    onSent();
  };
  if (changesLeft === 0) {
    return (
      <Panel title={t('send.title')}>
        <p>{t('send.noChanges')}</p>
      </Panel>
    );
  }
  return (
    <Panel title={t(isReplacing ? 'send.replace' : 'send.title')}>
      <Stack gap="sm" maw={560}>
        <FileInput
          label={t('send.file')}
          description={t('send.fileMeans')}
          placeholder={t('send.choose')}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,text/plain"
          clearable
          value={file}
          disabled={share !== null}
          onChange={(chosen) => take(chosen, country)}
        />
        <Select
          label={t('send.country')}
          description={t('send.countryMeans')}
          data={countries}
          searchable
          allowDeselect={false}
          value={country}
          disabled={share !== null}
          onChange={(chosen) => {
            if (!chosen) return;
            setCountry(chosen);
            take(file, chosen);
          }}
        />
        <ReadingNote reading={reading} />
        {found && <FoundFacts found={found} />}
        {found && found.unread > 0 && <UnreadNote found={found} />}
        {isTooFew && <Alert color="amber">{t('send.tooFew', { least: leastEntries })}</Alert>}
        {isTooMany && <Alert color="amber">{t('send.tooMany', { most: mostEntries })}</Alert>}
        <Checkbox
          label={t('send.right')}
          checked={isRight}
          disabled={share !== null}
          onChange={({ currentTarget }) => setIsRight(currentTarget.checked)}
        />
        <RefusalNote refusal={refusal} />
        {share !== null && <Progress value={share * 100} aria-label={t('send.sending')} />}
        <Button
          style={{ alignSelf: 'flex-start' }}
          disabled={!found || isTooFew || isTooMany || !isRight}
          loading={share !== null}
          onClick={() => void deliver()}
        >
          {t('send.act')}
        </Button>
      </Stack>
    </Panel>
  );
}

function ReadingNote({ reading }: { reading: Reading }) {
  const { t } = useTranslation('ownList');
  if (reading.state === 'READING') {
    return (
      <div>
        <Text size="sm">{t('send.reading')}</Text>
        <Progress value={reading.share * 100} aria-label={t('send.reading')} />
      </div>
    );
  }
  if (reading.state !== 'REFUSED') return null;
  return (
    <Alert role="alert" color="brick" variant="light">
      {t(`send.refused.${reading.why}`)}
    </Alert>
  );
}

/** What of the file will be in no answer, and why, so that it can be put right before the list is sent. */
function UnreadNote({ found: { unread, unreadCells } }: { found: Found }) {
  const { t } = useTranslation('ownList');
  return (
    <Alert role="status" color="amber" variant="light" title={t('send.unread', { count: unread })}>
      <Text size="sm">{t('send.unreadMeans')}</Text>
      <ul>
        {unreadCells.map((cell) => (
          <li key={cell}>{cell.slice(0, MOST_CHARS_TOLD)}</li>
        ))}
      </ul>
    </Alert>
  );
}

function FoundFacts({ found }: { found: Found }) {
  const { t } = useTranslation('ownList');
  const { number } = useFormats();
  const counted = (count: number): string | null => (count > 0 ? number(count) : null);
  return (
    <Facts
      facts={[
        [t('found.rows'), number(found.rows)],
        [t('found.phones'), counted(found.phones)],
        [t('found.emails'), counted(found.emails)],
        [t('found.hashes'), counted(found.given)],
        [t('found.emptyRows'), counted(found.emptyRows)],
      ]}
    />
  );
}
