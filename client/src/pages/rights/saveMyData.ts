/** Has the browser keep what is held as a file. The token travels in a header, so that it stands in no address. */
export async function saveMyData(token: string): Promise<void> {
  const response = await fetch('/api/my-data', { headers: { authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`the file was refused with ${response.status}`);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = 'my-data.json';
  link.click();
  URL.revokeObjectURL(address);
}
