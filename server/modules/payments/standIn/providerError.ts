/** A refusal in the form that the provider's library reads. */
export class ProviderError extends Error {
  constructor(
    readonly status: number,
    readonly body: { error: { type: string; message: string; code?: string; param?: string } },
  ) {
    super(body.error.message);
  }
}

export const refused = (
  status: number,
  message: string,
  detail: { type?: string; code?: string; param?: string } = {},
): ProviderError => new ProviderError(status, { error: { type: 'invalid_request_error', message, ...detail } });
