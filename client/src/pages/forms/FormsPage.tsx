import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useFormats } from '../../app/format';
import { useSession, useViewer } from '../../app/session';
import { type FormLineFieldsFragment, OwnFormsDocument } from '../../generated/forms';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { Page, PageSkeleton } from '../../ui/Page';
import { figures, TableHead } from '../../ui/Table';
import { When } from '../../ui/When';
import { COUNTS } from './CountsPanel';
import styles from './Forms.module.css';
import { FormState } from './FormState';

/** The agency's forms, the newest first, with what became of each. */
export function FormsPage() {
  const { t } = useTranslation('forms');
  const { organisation } = useViewer();
  const { may } = useSession();
  const isAgency = organisation.kind === 'AGENCY';
  const { data, error, refetch, fetchMore } = useQuery(OwnFormsDocument, { skip: !isAgency });
  if (!isAgency) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.forms;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { forms } }) => ({
        forms: { ...forms, nodes: [...shown.forms.nodes, ...forms.nodes] },
      }),
    });
  const isMaker = may('UPLOAD_LEADS');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        isMaker &&
        nodes.length > 0 && (
          <Button component={Link} to="/forms/new">
            {t('new')}
          </Button>
        )
      }
    >
      {nodes.length === 0 ? (
        <Empty
          title={t('none')}
          text={t('noneMeans')}
          {...(isMaker ? { action: { label: t('new'), to: '/forms/new' } } : {})}
        />
      ) : (
        <FormTable forms={nodes} />
      )}
      {pageInfo.hasNextPage && <More load={more} />}
    </Page>
  );
}

function FormTable({ forms }: { forms: readonly FormLineFieldsFragment[] }) {
  const { t } = useTranslation('forms');
  return (
    <table className={`lb-table ${styles.table}`} aria-label={t('title')}>
      <TableHead
        columns={[
          t('column.form'),
          t('column.state'),
          ...figures(COUNTS.map((count) => t(`counts.${count}`))),
          t('made'),
        ]}
      />
      <tbody>
        {forms.map((form) => (
          <FormRow key={form.id} form={form} />
        ))}
      </tbody>
    </table>
  );
}

function FormRow({ form }: { form: FormLineFieldsFragment }) {
  const { t } = useTranslation('forms');
  const { number, country } = useFormats();
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <Link to={`/forms/${form.id}`}>{form.name}</Link>
        <span className="lb-soft">
          {form.niche.name}, {country(form.country)}
        </span>
      </th>
      <td>
        <FormState closedBecause={form.closedBecause} />
      </td>
      {COUNTS.map((count) => (
        <td key={count} className="lb-number" data-label={t(`counts.${count}`)}>
          {number(form.counts[count])}
        </td>
      ))}
      <td className={styles.made} data-label={t('made')}>
        <When at={form.createdAt} />
      </td>
    </tr>
  );
}
