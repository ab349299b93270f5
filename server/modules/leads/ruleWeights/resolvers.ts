import { type Resolvers } from '../../../generated/graphql';
import { access } from '../../../graphql/access';
import { outcome } from '../../../graphql/outcome';
import { nicheTree } from '../../catalog';
import { figuresOf } from './figures';
import { readRule, readRules } from './readRules';
import { setRuleWeight } from './setRuleWeight';
import { tryRuleWeight } from './tryRuleWeight';

export const ruleResolvers: Resolvers = {
  Query: {
    rules: access.admin('MODERATOR')(() => readRules()),
    tryRuleWeight: access.admin('MODERATOR')(outcome('RuleTrial', (_parent, { input }) => tryRuleWeight(input))),
  },
  Mutation: {
    // A weight of nothing switches a rule off for the whole market.
    setRuleWeight: access.admin('ADMIN')(
      outcome('SetRuleWeightPayload', async (_parent, { input }, { viewer }) => {
        await setRuleWeight(viewer, input);
        return { code: input.code, rule: readRule(input.code) };
      }),
    ),
  },
  Rule: {
    fired: async ({ code }) => (await figuresOf(code)).fired,
    provenRight: async ({ code }) => (await figuresOf(code)).provenRight,
    provenWrong: async ({ code }) => (await figuresOf(code)).provenWrong,
  },
  RuleWeight: {
    niche: ({ nicheId }) => (nicheId === null ? null : (nicheTree().byId(nicheId) ?? null)),
    at: ({ changedAt }) => changedAt,
  },
};
