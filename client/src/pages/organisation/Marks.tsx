import { useQuery } from '@apollo/client/react';
import { Button, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  AddMarkDocument,
  type MarkFieldsFragment,
  OwnMarksDocument,
  RemoveMarkDocument,
} from '../../generated/organisation';
import { RefusalNote } from '../../ui/Failure';
import { Panel } from './Panel';
import { RowAct } from './RowAct';
import styles from './organisation.module.css';

type Owner = MarkFieldsFragment['whose'];
type Kind = MarkFieldsFragment['kind'];

/** What the organisation is told by, and, of a business, whom it does not want to buy from. */
export function Marks() {
  const { organisation } = useViewer();
  const { data, refetch } = useQuery(OwnMarksDocument);
  if (!data) return null;
  const owners: Owner[] = organisation.kind === 'BUSINESS' ? ['OWN', 'COMPETITOR'] : ['OWN'];
  return owners.map((owner) => (
    <MarkPanel
      key={owner}
      owner={owner}
      marks={data.organisationMarks.filter((mark) => mark.whose === owner)}
      onChanged={() => void refetch()}
    />
  ));
}

interface Props {
  owner: Owner;
  marks: readonly MarkFieldsFragment[];
  onChanged(): void;
}

function MarkPanel({ owner, marks, onChanged }: Props) {
  const { t } = useTranslation('organisation');
  return (
    <Panel title={t(`marks.title.${owner}`)}>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`marks.lead.${owner}`)}
      </Text>
      <AddMark owner={owner} onAdded={onChanged} />
      {marks.length > 0 && (
        <ul className={styles.rows}>
          {marks.map((mark) => (
            <MarkRow key={mark.id} mark={mark} onRemoved={onChanged} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AddMark({ owner, onAdded }: { owner: Owner; onAdded(): void }) {
  const { t } = useTranslation('organisation');
  const [kind, setKind] = useState<Kind>('DOMAIN');
  const [value, setValue] = useState('');
  const { send, isSending, refusal, mended } = useVerb(AddMarkDocument, 'addMark');
  const add = async (): Promise<void> => {
    const outcome = await send({ input: { whose: owner, kind, value } });
    if (!outcome?.payload) return;
    setValue('');
    onAdded();
  };
  return (
    <>
      <form
        noValidate
        className={styles.invite}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        {owner === 'OWN' && (
          <Select
            label={t('marks.kind')}
            data={(['DOMAIN', 'PHONE'] as const).map((each) => ({ value: each, label: t(`marks.kinds.${each}`) }))}
            allowDeselect={false}
            value={kind}
            onChange={(chosen) => setKind(chosen === 'PHONE' ? 'PHONE' : 'DOMAIN')}
          />
        )}
        <TextInput
          label={t(`marks.kinds.${kind}`)}
          className={styles.email}
          autoComplete="off"
          required
          maxLength={253}
          placeholder={kind === 'DOMAIN' ? 'firm.co.ke' : '+254…'}
          value={value}
          onChange={({ currentTarget }) => {
            setValue(currentTarget.value);
            mended('value');
          }}
          error={fieldErrors(refusal).value}
        />
        <Button type="submit" loading={isSending}>
          {t('marks.add')}
        </Button>
      </form>
      <RefusalNote refusal={refusal} fields={['value']} />
    </>
  );
}

function MarkRow({ mark, onRemoved }: { mark: MarkFieldsFragment; onRemoved(): void }) {
  const { t } = useTranslation('organisation');
  const { send, isSending, refusal } = useVerb(RemoveMarkDocument, 'removeMark');
  const remove = async (): Promise<void> => {
    // One that is gone is gone.
    if (await send({ input: { markId: mark.id } })) onRemoved();
  };
  return (
    <li className={styles.row}>
      <Text size="sm" fw={500} className={styles.who}>
        {mark.value}
      </Text>
      <RowAct
        act={t('marks.remove')}
        name={t('marks.removeOf', { value: mark.value })}
        isSending={isSending}
        onAct={() => void remove()}
      />
      <RefusalNote refusal={refusal?.__typename === 'NotFound' ? null : refusal} />
    </li>
  );
}
