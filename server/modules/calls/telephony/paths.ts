/** The doors that the provider calls, on the market's public address. */
export const HOOKS = {
  incoming: '/hooks/calls/incoming',
  status: '/hooks/calls/status',
  leg: '/hooks/calls/leg',
  dialled: '/hooks/calls/dialled',
  recorded: '/hooks/calls/recorded',
} as const;

export type Hook = keyof typeof HOOKS;
