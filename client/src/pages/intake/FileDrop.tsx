import { Button, Progress, Text } from '@mantine/core';
import { FileSpreadsheet, TriangleAlert, UploadCloud } from 'lucide-react';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
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
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();
  useKeepPageOnDrop();
  const { share, problem, say } = upload;
  const take = (files: FileList | null): void => {
    if (share !== null || !files?.[0]) return;
    if (files.length > 1) return say(t('file.onlyOne'));
    say(null);
    onFile(files[0]);
  };
  const drag = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setIsOver(over);
  };
  return (
    <div
      className={styles.zone}
      data-over={isOver || undefined}
      data-problem={problem !== null || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        take(event.dataTransfer.files);
      }}
    >
      {file ? <Chosen file={file} /> : <Invitation />}
      {share !== null && <OnItsWay share={share} onStop={upload.stop} />}
      {problem !== null && (
        <p id={problemId} className={styles.problem} role="alert">
          <TriangleAlert size={18} aria-hidden />
          {problem}
        </p>
      )}
      {share === null && (
        <Button variant="default" onClick={() => input.current?.click()}>
          {t(file ? 'file.another' : 'file.choose')}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        accept={TABLES}
        className="lb-visually-hidden"
        tabIndex={-1}
        aria-label={t('file.label')}
        aria-describedby={problem === null ? undefined : problemId}
        onChange={({ currentTarget }) => {
          take(currentTarget.files);
          // The same name chosen again, after it was mended, is a change too.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

function Invitation() {
  const { t } = useTranslation('intake');
  return (
    <>
      <UploadCloud size={36} strokeWidth={1.25} className={styles.icon} aria-hidden />
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
      <FileSpreadsheet size={36} strokeWidth={1.25} className={styles.icon} aria-hidden />
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

/** A file that is dropped beside the zone would make the browser leave the page, and lose what was typed. */
function useKeepPageOnDrop(): void {
  useEffect(() => {
    const keep = (event: Event): void => event.preventDefault();
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);
}
