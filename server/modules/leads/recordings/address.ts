/** Where the sound of a recording is sent, and by an opening heard. */
export const soundAddress = (id: string): string => `/api/recordings/${id}/audio`;
