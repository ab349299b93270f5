import { Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type QuarantinedFieldsFragment } from '../../generated/admin';
import { When } from '../../ui/When';
import { type Contact, RevealForm } from './RevealForm';
import styles from './quarantine.module.css';

type Like = NonNullable<QuarantinedFieldsFragment['likeness']>;
type Field = Like['parts'][number]['field'];
type Compared = Like['lead'];

interface Props {
  lead: Compared;
  likeness: Like;
}

/**
 * The lead beside the one that may be the same person, what both tell field by field with how far it agrees. Who they are
 * stays hidden until both contacts are shown for a reason, which is recorded for each.
 */
export function QuarantineLikeness({ lead, likeness: { lead: other, parts } }: Props) {
  const { t } = useTranslation('admin');
  const [contacts, setContacts] = useState<Contact[] | null>(null);
  const both = [lead, other].map((one, place) => fieldsOf(one, contacts?.[place] ?? null, t));
  const degreeOf = (field: Field | undefined): ReactNode => {
    const part = parts.find((one) => one.field === field);
    return part ? <span data-degree={part.degree}>{t(`likeness.degree.${part.degree}`)}</span> : null;
  };
  return (
    <section>
      <Title order={3} size="h6">
        {t('likeness.title')}
      </Title>
      <div className="lb-scroll">
        <table className={`lb-table ${styles.likeness}`}>
          <caption className="lb-visually-hidden">{t('likeness.title')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('likeness.this')}</th>
              <th scope="col">{t('likeness.earlier')}</th>
              <th scope="col">{t('likeness.compared')}</th>
            </tr>
          </thead>
          <tbody>
            {both[0]!.map(({ name, field, value }, row) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
                <td>{both[1]![row]!.value}</td>
                <td className={styles.degree}>{degreeOf(field)}</td>
              </tr>
            ))}
            {parts
              .filter(({ field }) => !SHOWN.includes(field))
              .map(({ field }) => (
                <tr key={field}>
                  <th scope="row">{t(`likeness.field.${field}`)}</th>
                  <td colSpan={2}>{t('likeness.inContact')}</td>
                  <td className={styles.degree}>{degreeOf(field)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {contacts ? (
        <Text size="xs" c="dimmed" role="status">
          {t('likeness.wereRecorded')}
        </Text>
      ) : (
        <RevealForm
          leadIds={[lead.id, other.id]}
          words={{ why: t('likeness.why'), recorded: t('likeness.recorded'), reveal: t('likeness.reveal') }}
          onShown={setContacts}
        />
      )}
    </section>
  );
}

const SHOWN: readonly Field[] = ['NAME', 'PHONE', 'EMAIL', 'CITY'];

interface Row {
  name: string;
  field?: Field;
  value: ReactNode;
}

type Translate = ReturnType<typeof useTranslation<'admin'>>['t'];

function fieldsOf(
  { preview, region, agency, niche, submittedAt }: Compared,
  contact: Contact | null,
  t: Translate,
): Row[] {
  const masked = preview.text.split(',')[0];
  const line = preview.line ? t(`likeness.line.${preview.line}`) : t('contact.none');
  return [
    { name: t('contact.name'), field: 'NAME', value: contact?.name ?? masked },
    { name: t('contact.phone'), field: 'PHONE', value: contact ? (contact.phone ?? t('contact.none')) : line },
    {
      name: t('contact.email'),
      field: 'EMAIL',
      value: contact ? (contact.email ?? t('contact.none')) : t(preview.hasEmail ? 'likeness.given' : 'contact.none'),
    },
    { name: t('likeness.field.CITY'), field: 'CITY', value: region.name },
    { name: t('quarantine.agency'), value: agency.name },
    { name: t('quarantine.about'), value: niche.name },
    { name: t('quarantine.came'), value: <When at={submittedAt} /> },
  ];
}
