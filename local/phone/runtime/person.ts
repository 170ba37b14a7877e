import { settings } from './settings';

export type Person = { openid: string; name: string; label: string };

export async function fetchPeople(): Promise<Person[]> {
  const response = await fetch('/local/people').catch(() => null);
  return response?.ok ? ((await response.json()) as Person[]) : [];
}

/** Without `?as=` the phone belongs to the first person. */
export async function choosePerson(): Promise<void> {
  if (!settings.openid) settings.openid = (await fetchPeople())[0]?.openid ?? '';
}
