import { type Resolvers } from '../../../generated/graphql';
import { access } from '../../../graphql/access';
import { outcome } from '../../../graphql/outcome';
import { nicheTree, regionTree } from '../../catalog';
import { maySeeLead } from '../policy';
import { addressOf, frameSnippet, scriptSnippet } from './addresses';
import { changeForm } from './changeForm';
import { consentShown } from './consentShown';
import { formPreview } from './formPreview';
import { closureOf } from './openForm';
import { pauseForm } from './pauseForm';
import { formsOfAgency, maySeeForm } from './reads';
import { resumeForm } from './resumeForm';
import { startForm } from './startForm';

export const formResolvers: Resolvers = {
  Query: {
    forms: access.agency()((_parent, args, { viewer }) => formsOfAgency(viewer, args)),
    form: access.kinds(
      'AGENCY',
      'PLATFORM',
    )(async (_parent, { id }, { viewer, loaders }) => {
      const form = await loaders.formById.load(id);
      return form && maySeeForm(viewer, form) ? form : null;
    }),
    formPreview: access.agency()(async (_parent, { input }, { viewer, loaders }) => {
      const agency = await loaders.organisationById.load(viewer.organisationId);
      return formPreview(input, agency?.name ?? '');
    }),
  },
  Mutation: {
    startForm: access.agency()(
      outcome('StartFormPayload', (_parent, { input }, { viewer }) => startForm(viewer, input)),
    ),
    changeForm: access.agency()(
      outcome('ChangeFormPayload', (_parent, { input }, { viewer }) => changeForm(viewer, input)),
    ),
    pauseForm: access.agency()(
      outcome('PauseFormPayload', (_parent, { input }, { viewer }) => pauseForm(viewer, input)),
    ),
    resumeForm: access.agency()(
      outcome('ResumeFormPayload', (_parent, { input }, { viewer }) => resumeForm(viewer, input)),
    ),
  },
  Form: {
    id: ({ _id }) => _id,
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    region: ({ regionId }) => (regionId === null ? null : (regionTree().byId(regionId) ?? null)),
    consentShown: (form) => consentShown(form),
    closedBecause: async (form, _args, { loaders }) =>
      closureOf(form, (await loaders.organisationById.load(form.agencyId)) ?? undefined),
    address: ({ _id }) => addressOf(_id),
    scriptSnippet: (form) => scriptSnippet(form),
    frameSnippet: (form) => frameSnippet(form),
    counts: ({ _id }, _args, { loaders }) => loaders.countsByForm.load(_id),
  },
  Lead: {
    source: (lead, _args, { viewer }) => (viewer && maySeeLead(viewer, lead) ? (lead.source ?? null) : null),
  },
  LeadSource: {
    form: ({ formId }, _args, { loaders }) => loaders.formById.load(formId),
  },
};
