/** Has the browser keep what is held as a file. */
export const saveMyData = (token: string): Promise<void> => save(token, '/api/my-data', 'my-data.json');

/** The sound of a call with the person, in the same way. */
export const saveMyCall = (token: string, address: string): Promise<void> => save(token, address, 'recorded-call');

/** The token travels in a header, so that it stands in no address. */
async function save(token: string, from: string, name: string): Promise<void> {
  const response = await fetch(from, { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`the file was refused with ${response.status}`);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
