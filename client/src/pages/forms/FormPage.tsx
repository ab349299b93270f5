import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useSession, useViewer } from '../../app/session';
import { type Refusal, useVerb } from '../../app/useVerb';
import {
  ChangeFormDocument,
  type FormFieldsFragment,
  OneFormDocument,
  PauseFormDocument,
  ResumeFormDocument,
} from '../../generated/forms';
import { Dotted } from '../../ui/Dotted';
import { Failure, RefusalNote } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { CountsPanel } from './CountsPanel';
import { Editor } from './Editor';
import styles from './Forms.module.css';
import { FormState } from './FormState';
import { inputOf, type TypedForm, typedFrom } from './settings';
import { UsePanel } from './UsePanel';

/** One form: how it is put to use, what became of it, and all that it says. */
export function FormPage() {
  const { id = '' } = useParams();
  const { organisation } = useViewer();
  const isAgency = organisation.kind === 'AGENCY';
  const { data, error, refetch } = useQuery(OneFormDocument, { variables: { id }, skip: !isAgency });
  if (!isAgency) return <Missing />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return data.form ? <FormView key={id} form={data.form} /> : <Missing />;
}

function FormView({ form }: { form: FormFieldsFragment }) {
  const { t } = useTranslation('forms');
  const { may } = useSession();
  const moves = useMoves(form);
  const { send, isSending, refusal } = useVerb(ChangeFormDocument, 'changeForm');
  const [isSaved, setIsSaved] = useState(false);
  const save = async (typed: TypedForm): Promise<Refusal | null> => {
    setIsSaved(false);
    const outcome = await send({ input: { formId: form.id, ...inputOf(typed) } });
    setIsSaved(outcome?.payload !== undefined);
    return outcome?.refusal ?? null;
  };
  return (
    <Page
      title={form.name}
      lead={
        <Dotted>
          <Anchor component={Link} to="/forms" inherit>
            {t('title')}
          </Anchor>
          {form.niche.name}
          <FormState closedBecause={form.closedBecause} />
        </Dotted>
      }
      actions={
        <>
          <Button component="a" href={form.address} target="_blank" rel="noopener" variant="default">
            {t('open')}
          </Button>
          {may('UPLOAD_LEADS') && (
            <Button variant="default" loading={moves.isSending} onClick={() => void moves.move()}>
              {t(form.state === 'ACTIVE' ? 'pause' : 'resume')}
            </Button>
          )}
        </>
      }
    >
      <RefusalNote refusal={moves.refusal} />
      {form.closedBecause && (
        <Text size="sm" c="var(--lb-amber)">
          {t(`closed.${form.closedBecause}`)}
        </Text>
      )}
      <div className={styles.columns}>
        <UsePanel form={form} />
        <CountsPanel counts={form.counts} />
      </div>
      <span role="status" className="lb-visually-hidden">
        {isSaved && t('saved')}
      </span>
      <Editor
        initial={typedFrom(form)}
        region={form.region}
        onSend={save}
        isSending={isSending}
        refusal={refusal}
        sendWord={t('save')}
      />
    </Page>
  );
}

/** Closes the form, or opens it again. */
function useMoves({ id, state }: FormFieldsFragment) {
  const pause = useVerb(PauseFormDocument, 'pauseForm');
  const resume = useVerb(ResumeFormDocument, 'resumeForm');
  const verb = state === 'ACTIVE' ? pause : resume;
  return {
    move: () => verb.send({ input: { formId: id } }),
    isSending: pause.isSending || resume.isSending,
    refusal: verb.refusal,
  };
}
