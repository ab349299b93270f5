import { Button, Progress, Text } from '@mantine/core';
import { FileSpreadsheet, TriangleAlert, UploadCloud } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { DropZone } from '../../ui/DropZone';
import styles from './FileDrop.module.css';
import { useFileSize } from './useFileSize';
import type { FileUpload } from './useUpload';

/** Kinds of file that the chooser of the system shows first; the server looks at the bytes, not at the name. */
const TABLES = '.csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values';

/** A place to drop a file on or to choose one by; shows the file, its way to the server, and why it was refused. */
export function FileDrop({
  file,
  onFile,
  upload,
}: {
  file: File | null;
  onFile: (file: File) => void;
  upload: FileUpload;
}) {
  const { t } = useTranslation('intake');
  const problemId = useId();
  const { share, problem, say } = upload;
  const take = (files: FileList): void => {
    const [file] = files;
    if (share !== null || !file) return;
    if (files.length > 1) return say(t('file.onlyOne'));
    onFile(file);
    void upload.look(file);
  };
  return (
    <DropZone
      label={t('file.label')}
      accept={TABLES}
      problemId={problem === null ? undefined : problemId}
      className={styles.zone}
      button={share === null ? { label: t(file ? 'file.another' : 'file.choose') } : null}
      onFiles={take}
    >
      {file ? <Chosen file={file} /> : <Invitation />}
      {share !== null && <OnItsWay share={share} onStop={upload.stop} />}
      {problem !== null && (
        <p id={problemId} className={styles.problem} role="alert">
          <TriangleAlert size={18} aria-hidden />
          {problem}
        </p>
      )}
    </DropZone>
  );
}

function Invitation() {
  const { t } = useTranslation('intake');
  return (
    <>
      <UploadCloud size={36} strokeWidth={1.25} aria-hidden />
      <div>
        <Text fw={600}>{t('file.drop')}</Text>
        <Text size="sm" c="dimmed">
          {t('file.kinds')}
        </Text>
      </div>
    </>
  );
}

function Chosen({ file }: { file: File }) {
  const size = useFileSize();
  return (
    <>
      <FileSpreadsheet size={36} strokeWidth={1.25} aria-hidden />
      <div className={styles.chosen}>
        <Text fw={600}>{file.name}</Text>
        <Text size="sm" c="dimmed">
          {size(file.size)}
        </Text>
      </div>
    </>
  );
}

function OnItsWay({ share, onStop }: { share: number; onStop: () => void }) {
  const { t } = useTranslation('intake');
  const { percent } = useFormats();
  const label = share < 1 ? t('file.sending', { share: percent(Math.floor(share * 100) / 100) }) : t('file.reading');
  return (
    <div className={styles.way}>
      <Progress value={share * 100} aria-label={t('file.progress')} animated={share >= 1} />
      <div className={styles.wayWords}>
        <Text size="sm">{label}</Text>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onStop}>
          {t('file.stop')}
        </Button>
      </div>
    </div>
  );
}
