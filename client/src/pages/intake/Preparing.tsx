import type { UploadedBatch } from './batch';
import { CheckPanel } from './CheckPanel';
import { Columns } from './Columns';
import { FileFacts } from './FileFacts';
import { SampleRows } from './SampleRows';
import { SettingsFacts } from './SettingsFacts';
import { useMapColumns } from './useMapColumns';
import styles from './BatchPage.module.css';

/** A file that was read: what its columns mean on the one side, what an import would do on the other. */
export function Preparing({ batch }: { batch: UploadedBatch }) {
  const map = useMapColumns(batch);
  return (
    <div className={styles.two}>
      <div className={styles.main}>
        <FileFacts batch={batch} map={map} />
        <SettingsFacts batch={batch} />
        <Columns batch={batch} map={map} />
        <SampleRows batch={batch} />
      </div>
      <CheckPanel batch={batch} isChanging={map.isSending || map.said.size > 0} />
    </div>
  );
}
