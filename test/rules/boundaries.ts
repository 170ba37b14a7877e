import { builtinModules } from 'node:module';
import { type Import, importsOf, isBelow } from './imports';

interface Boundary {
  /** Files that the rule is for. */
  of: RegExp;
  forbids(imported: Import, path: string): boolean;
  instead: string;
}

const SDKS = ['@cloudbase/node-sdk', 'wx-server-sdk'];
/** Calculates, nothing more. */
const PURE_LIBRARIES = ['dayjs', 'zod', 'zod/mini'];

const isSdk = ({ specifier }: Import) => SDKS.some((sdk) => isBelow(specifier, sdk));
const isBuiltin = ({ specifier }: Import) =>
  specifier.startsWith('node:') || builtinModules.includes(specifier);
const inside = (imported: Import, ...folders: string[]) =>
  imported.target !== null && folders.some((folder) => isBelow(imported.target ?? '', folder));

export const BOUNDARIES: Boundary[] = [
  {
    of: /^miniprogram\//,
    forbids: (imported) => inside(imported, 'typings') && !imported.typeOnly,
    instead:
      'use `import type`: neither zod nor a deciding rule ships to the phone; let the server send what is needed.',
  },
  {
    of: /^miniprogram\//,
    forbids: (imported) =>
      inside(imported, 'cloudfunctions', 'local', 'test') || isSdk(imported) || isBuiltin(imported),
    instead: 'the phone reaches the server only through miniprogram/services/: add a line there.',
  },
  {
    of: /^typings\//,
    forbids: (imported) => !inside(imported, 'typings') && !isBelow(imported.specifier, 'zod'),
    instead:
      'typings hold shapes only and import zod and each other: move the rule to cloudfunctions/domain.',
  },
  {
    of: /^cloudfunctions\/domain\//,
    forbids: (imported) =>
      !inside(imported, 'cloudfunctions/domain', 'typings') &&
      !PURE_LIBRARIES.some((library) => isBelow(imported.specifier, library)),
    instead: 'the domain is pure: take what you need as an argument from the use case.',
  },
  {
    of: /^cloudfunctions\/platform\//,
    forbids: (imported) =>
      imported.target !== null &&
      !inside(imported, 'cloudfunctions/platform', 'cloudfunctions/domain', 'typings'),
    instead: 'the platform knows no function: pass in what differs.',
  },
  {
    of: /^cloudfunctions\/(?!platform\/|domain\/)/,
    forbids: isSdk,
    instead: 'only cloudfunctions/platform names an SDK: call its store or its open interfaces.',
  },
  {
    of: /^cloudfunctions\/(?!platform\/|domain\/)/,
    forbids: (imported, path) => {
      const own = path.split('/').slice(0, 2).join('/');
      return (
        imported.target !== null &&
        !inside(imported, own, 'cloudfunctions/platform', 'cloudfunctions/domain', 'typings')
      );
    },
    instead:
      'a function imports platform, domain and typings, never another function: move what both need to one of them.',
  },
  {
    of: /^local\//,
    forbids: (imported) =>
      inside(imported, 'miniprogram', 'cloudfunctions', 'test') ||
      (inside(imported, 'typings') && !imported.typeOnly),
    instead: 'local runs the built output and knows no insides: read dist/, or `import type` from typings.',
  },
];

/** What the import lines of one file do against the direction of the arrows, each with what to do instead. */
export function boundaryViolations(path: string, text: string): string[] {
  const rules = BOUNDARIES.filter(({ of }) => of.test(path));
  return importsOf(path, text).flatMap((imported) =>
    rules
      .filter((rule) => rule.forbids(imported, path))
      .map(({ instead }) => `${path} imports ${imported.specifier}: ${instead}`),
  );
}
