import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UploadedBatch } from './batch';
import styles from './SampleRows.module.css';

/** The first rows exactly as they were read, so that a wrong encoding or delimiter is seen. */
export function SampleRows({ batch: { columns, preview } }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  if (!preview || preview.length === 0) return null;
  return (
    <div>
      <Title order={2} size="h3" id="first-rows" mb="xs">
        {t('rows.title')}
      </Title>
      <div className="lb-scroll" tabIndex={0} role="region" aria-labelledby="first-rows">
        <table className={`lb-table ${styles.rows}`}>
          <thead>
            <tr>
              <th scope="col" className="lb-number">
                {t('rows.row')}
              </th>
              {columns.map(({ index, heading }) => (
                <th key={index} scope="col">
                  {heading || t('columns.unnamed', { place: index + 1 })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row" className="lb-number">
                  {row}
                </th>
                {columns.map(({ index }) => (
                  <td key={index}>{cells[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
