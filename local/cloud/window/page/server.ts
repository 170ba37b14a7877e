/** Asks the cloud that served this page; a refusal is thrown with its words. */
export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  const body = (await response.json()) as T & { message?: string };
  if (!response.ok) throw new Error(body.message ?? `${response.status}`);
  return body;
}

export function post<T>(path: string, body: object): Promise<T> {
  return ask(path, { method: 'POST', body: JSON.stringify(body) });
}
