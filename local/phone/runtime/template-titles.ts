/** The names that the account gave its subscription templates, by their ids. */
export async function templateTitles(): Promise<Map<string, string>> {
  const response = await fetch('/local/templates').catch(() => null);
  if (!response?.ok) return new Map();
  const templates = (await response.json()) as { id: string; title: string }[];
  return new Map(templates.map(({ id, title }) => [id, title]));
}
