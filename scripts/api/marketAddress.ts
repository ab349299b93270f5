/** The options by which a command is told where the market runs. */
export const ADDRESS_OPTIONS = { url: { type: 'string' }, address: { type: 'string' } } as const;

/** What they say; unsaid, the market of this machine at the port that `PORT` names, as `npm start` takes it. */
export const marketAddress = ({ url, address }: { url?: string | undefined; address?: string | undefined }): string =>
  url ?? address ?? `http://localhost:${process.env.PORT ?? '4000'}`;
