import { readFileSync } from 'node:fs';

interface AppJson {
  pages?: string[];
  subPackages?: SubPackage[];
  subpackages?: SubPackage[];
}

interface SubPackage {
  root: string;
  pages: string[];
}

/** The pages that `app.json` names, the first of them the home page; none where the file cannot be read. */
export function appPages(file: string): string[] {
  let app: AppJson;
  try {
    app = JSON.parse(readFileSync(file, 'utf8')) as AppJson;
  } catch {
    return [];
  }
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])];
  const inner = packages.flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  return [...(app.pages ?? []), ...inner];
}
