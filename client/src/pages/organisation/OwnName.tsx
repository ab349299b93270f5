import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { tellStanding } from '../../app/standing';
import { useVerb } from '../../app/useVerb';
import { ChangeProfileDocument } from '../../generated/organisation';
import { NameForm } from './NameForm';

/** The name of one's own login, which changes wherever it is shown. */
export function OwnName() {
  const { t } = useTranslation('organisation');
  const { person } = useViewer();
  const verb = useVerb(ChangeProfileDocument, 'changeProfile');
  const rename = async (name: string): Promise<string | null> => {
    const outcome = await verb.send({ input: { name } });
    if (!outcome?.payload) return null;
    tellStanding();
    return outcome.payload.person.name;
  };
  return (
    <NameForm
      label={t('profile.name')}
      description={t('profile.nameMeans')}
      autoComplete="name"
      name={person.name}
      verb={verb}
      onSave={rename}
    />
  );
}
