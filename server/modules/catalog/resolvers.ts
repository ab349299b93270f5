import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { outcome } from '../../graphql/outcome';
import { addNiche } from './addNiche';
import { addRegion } from './addRegion';
import { changeNiche } from './changeNiche';
import { changeRegion } from './changeRegion';
import { listRegions } from './listRegions';
import { retireNiche } from './retireNiche';
import { wordsOf } from './nicheWords';
import { setNicheWords } from './setNicheWords';
import { nicheTree, regionTree } from './trees';

export const resolvers: Resolvers = {
  Query: {
    niches: access.anyone((_parent, { includeRetired }) =>
      nicheTree()
        .list()
        .filter(({ isRetired }) => includeRetired || !isRetired),
    ),
    niche: access.anyone((_parent, { slug }) => nicheTree().bySlug(slug) ?? null),
    regions: access.anyone((_parent, args) => listRegions(args)),
    region: access.anyone((_parent, { code }) => regionTree().byCode(code) ?? null),
  },
  Mutation: {
    addNiche: access.admin('MODERATOR')(
      outcome('AddNichePayload', (_parent, { input }, { viewer }) => addNiche(viewer, input)),
    ),
    changeNiche: access.admin('MODERATOR')(
      outcome('ChangeNichePayload', (_parent, { input }, { viewer }) => changeNiche(viewer, input)),
    ),
    setNicheWords: access.admin('MODERATOR')(
      outcome('SetNicheWordsPayload', (_parent, { input }, { viewer }) => setNicheWords(viewer, input)),
    ),
    retireNiche: access.admin('MODERATOR')(
      outcome('RetireNichePayload', (_parent, { input }, { viewer }) => retireNiche(viewer, input)),
    ),
    addRegion: access.admin('MODERATOR')(
      outcome('AddRegionPayload', (_parent, { input }, { viewer }) => addRegion(viewer, input)),
    ),
    changeRegion: access.admin('MODERATOR')(
      outcome('ChangeRegionPayload', (_parent, { input }, { viewer }) => changeRegion(viewer, input)),
    ),
  },
  Act: {
    // A base price is that of a niche by a model: `niche_taxi:LEAD`; a weight that of a rule in one: `NAME_JOKE niche_taxi`.
    niche: ({ subject }) => nicheTree().byId(subject.replace(/^[A-Z0-9_]+ |:[A-Z]+$/g, '')) ?? null,
    region: ({ subject }) => regionTree().byId(subject) ?? null,
  },
  Niche: {
    id: ({ _id }) => _id,
    parent: ({ parentId }) => (parentId && nicheTree().byId(parentId)) || null,
    children: ({ _id }) =>
      nicheTree()
        .childrenOf(_id)
        .filter(({ isRetired }) => !isRetired),
    path: ({ _id }) => nicheTree().pathOf(_id),
    words: (niche, { language }) => wordsOf(niche, language),
  },
  Region: {
    id: ({ _id }) => _id,
    parent: ({ parentId }) => (parentId && regionTree().byId(parentId)) || null,
    path: ({ _id }) => regionTree().pathOf(_id),
    latitude: ({ lat }) => lat,
    longitude: ({ lon }) => lon,
  },
};
