import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useKeyedVerb } from '../../app/repeatKey';
import { useSession, useViewer } from '../../app/session';
import type { Refusal } from '../../app/useVerb';
import { StartFormDocument } from '../../generated/forms';
import { Page } from '../../ui/Page';
import { Editor } from './Editor';
import { emptyForm, inputOf, type TypedForm } from './settings';

/** Makes a form. */
export function NewFormPage() {
  const { t } = useTranslation('forms');
  const { organisation } = useViewer();
  const { may } = useSession();
  const navigate = useNavigate();
  const { send, isSending, refusal } = useKeyedVerb(StartFormDocument, 'startForm');
  if (organisation.kind !== 'AGENCY' || !may('UPLOAD_LEADS')) return <Missing />;
  const make = async (typed: TypedForm): Promise<Refusal | null> => {
    const outcome = await send({ input: inputOf(typed) });
    if (outcome?.payload) await navigate(`/forms/${outcome.payload.form.id}`);
    return outcome?.refusal ?? null;
  };
  return (
    <Page
      title={t('newTitle')}
      lead={
        <Anchor component={Link} to="/forms" size="sm">
          {t('title')}
        </Anchor>
      }
    >
      <Editor
        initial={emptyForm(organisation.name, organisation.country)}
        onSend={make}
        isSending={isSending}
        refusal={refusal}
        sendWord={t('create')}
      />
    </Page>
  );
}
