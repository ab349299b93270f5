import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { tellStanding } from '../../app/standing';
import { useVerb } from '../../app/useVerb';
import { ChangeOrganisationDocument } from '../../generated/organisation';
import { NameForm } from './NameForm';
import { Panel } from './Panel';

/** The trading name of the organisation, which its owners may change. */
export function OrganisationName() {
  const { t } = useTranslation('organisation');
  const { organisation } = useViewer();
  const verb = useVerb(ChangeOrganisationDocument, 'changeOrganisation');
  const rename = async (name: string): Promise<string | null> => {
    const outcome = await verb.send({ input: { name } });
    if (!outcome?.payload) return null;
    tellStanding();
    return outcome.payload.organisation.name;
  };
  return (
    <Panel title={t('name.title')}>
      <NameForm
        label={t('name.label')}
        description={t('name.means')}
        autoComplete="organization"
        name={organisation.name}
        verb={verb}
        onSave={rename}
      />
    </Panel>
  );
}
