import { Anchor, Badge, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { GovernedFieldsFragment } from '../../generated/admin';
import { Table } from '../../ui/Table';
import styles from './admin.module.css';
import type { GovernAct, Governing } from './GovernDialog';

const LESSER: ReadonlySet<string> = new Set(['kind', 'country', 'since']);
const COLOURS = { ACTIVE: 'gray', PENDING: 'amber', SUSPENDED: 'brick' } as const;

/** What can be done with an organisation as it stands. The platform itself is out of reach. */
function actsOn({ kind, status }: GovernedFieldsFragment): readonly GovernAct[] {
  if (kind === 'PLATFORM') return [];
  if (status === 'SUSPENDED') return ['reinstate'];
  return status === 'PENDING' ? ['approve', 'suspend'] : ['suspend'];
}

/** Organisations as a table, each with what can be done. */
export function OrganisationsTable({
  organisations,
  onGovern,
  onPeople,
}: {
  organisations: readonly GovernedFieldsFragment[];
  onGovern(governing: Governing): void;
  onPeople(organisation: GovernedFieldsFragment): void;
}) {
  const { t } = useTranslation('admin');
  const { country, day } = useFormats();
  return (
    <Table
      caption={t('organisations.title')}
      columns={[
        ...(['name', 'kind', 'country', 'status', 'since'] as const).map((column) => ({
          name: t(`organisations.${column}`),
          className: LESSER.has(column) ? styles.lesser : undefined,
        })),
        { name: t('organisations.acts'), isHidden: true },
      ]}
      className={styles.organisations}
    >
      <tbody>
        {organisations.map((organisation) => (
          <tr key={organisation.id}>
            <th scope="row">
              <Anchor component="button" type="button" ta="start" onClick={() => onPeople(organisation)}>
                {organisation.name}
              </Anchor>
            </th>
            <td className={styles.lesser}>{t(`common:organisationKind.${organisation.kind}`)}</td>
            <td className={styles.lesser}>{country(organisation.country)}</td>
            <td>
              <Badge variant="light" color={COLOURS[organisation.status]} tt="none" miw="max-content">
                {t(`organisations.statuses.${organisation.status}`)}
              </Badge>
            </td>
            <td className={styles.lesser} style={{ whiteSpace: 'nowrap' }}>
              {day(organisation.createdAt)}
            </td>
            <td>
              <Group gap={4} justify="flex-end">
                {actsOn(organisation).map((act) => (
                  <Button
                    key={act}
                    size="compact-sm"
                    variant={act === 'approve' ? 'filled' : 'subtle'}
                    color={act === 'suspend' ? 'brick' : undefined}
                    aria-label={t(`govern.${act}.title`, { name: organisation.name })}
                    onClick={() => onGovern({ act, organisation })}
                  >
                    {t(`govern.${act}.act`)}
                  </Button>
                ))}
              </Group>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
