import { useQuery } from '@apollo/client/react';
import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../app/useVerb';
import { OwnMembersDocument } from '../../generated/organisation';
import { Failure, RefusalNote } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { MemberRow } from './MemberRow';
import styles from './organisation.module.css';

/** Who belongs to the organisation; those who may, change roles and remove members here. */
export function Members() {
  const { t } = useTranslation('organisation');
  const { data, error, refetch, fetchMore } = useQuery(OwnMembersDocument);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={3} />;
  const { nodes, pageInfo } = data.members;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { members } }) => ({
        members: { ...members, nodes: [...shown.members.nodes, ...members.nodes] },
      }),
    });
  return (
    <section className={styles.section} aria-labelledby="members-title">
      <Title order={2} size="h4" mb="xs" id="members-title">
        {t('members.title')}
      </Title>
      <RefusalNote refusal={refusal} />
      <ul className={styles.rows}>
        {nodes.map((member) => (
          <MemberRow key={member.id} member={member} onRefusal={setRefusal} onRemoved={() => void refetch()} />
        ))}
      </ul>
      {pageInfo.hasNextPage && <More load={more} />}
    </section>
  );
}
