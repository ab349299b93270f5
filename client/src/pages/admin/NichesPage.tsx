import { useQuery } from '@apollo/client/react';
import { Badge, Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormats } from '../../app/format';
import { type CatalogueNicheFragment, CatalogueNichesDocument } from '../../generated/admin';
import { Failure } from '../../ui/Failure';
import { FormDialog, type FormState } from '../../ui/FormDialog';
import { Page, PageSkeleton } from '../../ui/Page';
import { RowKeys } from '../../ui/RowKeys';
import { Table } from '../../ui/Table';
import { NicheForm } from './NicheForm';
import { depthsOf } from './tree';
import styles from './admin.module.css';

/** The tree of niches; one opens beside it, to be changed, or a new one to be added. */
export function NichesPage() {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery(CatalogueNichesDocument);
  const [params, setParams] = useSearchParams();
  const niches = data?.niches ?? [];
  const opened = niches.find(({ slug }) => slug === params.get('niche'));
  const isAdding = params.has('add');
  const [form, setForm] = useState<FormState>({ isSending: false, isDirty: false });
  const [words, setWords] = useState<FormState>({ isSending: false, isDirty: false });
  const state = { isSending: form.isSending || words.isSending, isDirty: form.isDirty || words.isDirty };
  const close = (): void => {
    setWords({ isSending: false, isDirty: false });
    setParams({});
  };
  return (
    <Page
      title={t('niches.title')}
      lead={t('niches.lead')}
      actions={
        <>
          <RowKeys mark="[data-niche]" canSelect={false} />
          <Button component={Link} to="?add" leftSection={<Plus size={16} aria-hidden />}>
            {t('niches.add')}
          </Button>
        </>
      }
    >
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton />}
      {data && <NicheTable niches={niches} />}
      {data && (opened || isAdding) && (
        <FormDialog kind="drawer" size="lg" onClose={close} title={opened?.name ?? t('niches.add')} {...state}>
          <NicheForm
            key={opened?.id ?? 'new'}
            niche={opened}
            under={niches.find(({ slug }) => slug === params.get('add'))?.id ?? null}
            niches={niches}
            onState={setForm}
            onWordsState={setWords}
            onDone={() => {
              close();
              void refetch();
            }}
          />
        </FormDialog>
      )}
    </Page>
  );
}

function NicheTable({ niches }: { niches: readonly CatalogueNicheFragment[] }) {
  const { t } = useTranslation('admin');
  const depths = depthsOf(niches);
  return (
    <Table
      caption={t('niches.title')}
      columns={[
        t('niches.name'),
        { name: t('niches.questions'), isNumber: true, className: styles.lesser },
        { name: t('niches.window'), isNumber: true },
        { name: t('niches.retention'), isNumber: true, className: styles.lesser },
        { name: t('niches.fee'), isNumber: true, className: styles.lesser },
        { name: t('niches.add'), isHidden: true },
      ]}
    >
      <tbody>
        {niches.map((niche) => (
          <NicheRow key={niche.id} niche={niche} depth={depths.get(niche.id) ?? 0} />
        ))}
      </tbody>
    </Table>
  );
}

function NicheRow({ niche, depth }: { niche: CatalogueNicheFragment; depth: number }) {
  const { t } = useTranslation('admin');
  const { number, percent } = useFormats();
  const { slug, name, fields, windowHours, retentionDays, feeBps, isRetired } = niche;
  return (
    <tr>
      <th scope="row" style={{ paddingInlineStart: 8 + depth * 24 }}>
        <Link to={`?niche=${slug}`} className={styles.open} data-depth={depth} data-niche={slug}>
          {name}
        </Link>
        {isRetired && (
          <Badge variant="light" color="gray" size="sm" tt="none" ml={8}>
            {t('niches.retired')}
          </Badge>
        )}
      </th>
      <td className={`lb-number ${styles.lesser}`}>{number(fields.length)}</td>
      <td className="lb-number">
        {windowHours % 24 === 0
          ? t('niches.days', { count: windowHours / 24 })
          : t('niches.hours', { count: windowHours })}
      </td>
      <td className={`lb-number ${styles.lesser}`}>{t('niches.days', { count: retentionDays })}</td>
      <td className={`lb-number ${styles.lesser}`}>
        {feeBps === null ? t('niches.marketFee') : percent(feeBps / 10_000)}
      </td>
      <td className="lb-number">
        {!isRetired && (
          <Link to={`?add=${slug}`} aria-label={t('niches.addUnder', { name })}>
            {t('niches.addBelow')}
          </Link>
        )}
      </td>
    </tr>
  );
}
