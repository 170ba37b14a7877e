import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const PACKAGES = 'miniprogram_npm';

/**
 * The mini-program's files by their path inside it (`pages/home/index.wxml`).
 * A package that the official packer has not put into `miniprogram_npm` yet is read from node_modules.
 */
export class SourceTree {
  constructor(
    readonly root: string,
    readonly npmDir: string,
  ) {}

  /** Where a file of the mini-program is on the disk. */
  absolute(file: string): string {
    const own = path.join(this.root, file);
    if (!file.startsWith(`${PACKAGES}/`) || existsSync(own)) return own;
    const inPackage = file.slice(PACKAGES.length + 1);
    const name = packageName(inPackage);
    const packed = path.join(this.root, PACKAGES, name);
    if (existsSync(packed)) return own;
    return path.join(this.npmDir, name, 'miniprogram_dist', inPackage.slice(name.length + 1));
  }

  has(file: string): boolean {
    const at = this.absolute(file);
    return existsSync(at) && statSync(at).isFile();
  }

  read(file: string): string {
    return readFileSync(this.absolute(file), 'utf8');
  }

  /** The component that `reference` means in the JSON of `from`, or null. */
  resolveComponent(reference: string, from: string): string | null {
    const candidates = reference.startsWith('/')
      ? [reference.slice(1)]
      : [path.posix.join(path.posix.dirname(from), reference), ...packageCandidates(reference, from)];
    for (const candidate of candidates) {
      for (const name of [candidate, `${candidate}/index`]) {
        if (this.has(`${name}.wxml`) || this.has(`${name}.json`)) return name;
      }
    }
    return null;
  }

  /** The script of a component or module, with its extension, or null. */
  scriptOf(name: string): string | null {
    return [`${name}.ts`, `${name}.js`].find((file) => this.has(file)) ?? null;
  }
}

function packageCandidates(reference: string, from: string): string[] {
  if (reference.startsWith('.')) return [];
  const folders = path.posix.dirname(from).split('/');
  const candidates = folders.map((_, index) =>
    path.posix.join(...folders.slice(0, folders.length - index), PACKAGES, reference),
  );
  return [...candidates, path.posix.join(PACKAGES, reference)];
}

export function packageName(inPackage: string): string {
  const parts = inPackage.split('/');
  return inPackage.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? inPackage);
}
