import type { Readable } from 'node:stream';
import type { Clock } from '../clock/clock';
import type { ConsoleSettings, StorageRule } from '../console/console';
import { CloudError } from '../errors';
import { personKey } from '../open-api/person-key';
import type { Commits } from '../store/commits';
import type { Sqlite } from '../store/sqlite';
import { Blobs } from './blobs';
import { checkCloudPath } from './cloud-path';
import { typeOf } from './file-types';
import { Files, type StoredFile } from './files';

/** Who asks: a person by a phone, or null for a function, which may everything. */
export type Asker = string | null;

/** The platform names no number for the phone's uploads; ours. */
export const LARGEST_FILE = 50 * 1024 * 1024;

/** The files of the environment, with the rules of who may what. */
export class Storage {
  readonly files: Files;
  readonly blobs: Blobs;

  constructor(
    sqlite: Sqlite,
    dataDir: string,
    private readonly commits: Commits,
    private readonly clock: Clock,
    private readonly rules: ConsoleSettings['storage'],
  ) {
    this.files = new Files(sqlite);
    this.blobs = new Blobs(dataDir);
    const kept = new Set(this.files.all().map(({ blob }) => blob));
    this.blobs.sweep((name) => kept.has(name));
  }

  /** Answers when the file is on the disk. A phone brings only pictures and documents. */
  async upload(asker: Asker, cloudPath: unknown, content: Readable): Promise<string> {
    const path = checkCloudPath(cloudPath);
    this.checkWrite(asker, path);
    const { name: blob, size, head } = await this.blobs.receive(content, LARGEST_FILE);
    try {
      const type = typeOf(head, path);
      if (type === undefined && asker !== null) {
        throw new CloudError('STORAGE_REQUEST_FAIL', `${path} is neither a picture nor a document`);
      }
      await this.put(asker, {
        path,
        blob,
        size,
        type: type ?? 'application/octet-stream',
        owner: asker && personKey(asker),
      });
    } catch (error) {
      this.blobs.remove([blob]);
      throw error;
    }
    return path;
  }

  readable(asker: Asker, path: string): StoredFile {
    const file = this.existing(path);
    if (!isAllowed(this.rules.read, asker, file)) throw denied(path);
    return file;
  }

  async remove(asker: Asker, path: string): Promise<void> {
    const blob = await this.commits.write(() => {
      const file = this.existing(path);
      if (!isAllowed(this.rules.write, asker, file)) throw denied(path);
      this.files.remove(path);
      return file.blob;
    });
    this.blobs.remove([blob]);
  }

  /** Empties the table within the caller's write; the contents go afterwards. */
  clear(): () => void {
    const blobs = this.files.all().map(({ blob }) => blob);
    this.files.clear();
    return () => this.blobs.remove(blobs);
  }

  private async put(asker: Asker, file: Omit<StoredFile, 'key' | 'at'>): Promise<void> {
    const replaced = await this.commits.write(() => {
      this.checkWrite(asker, file.path);
      const before = this.files.at(file.path);
      this.files.put({ ...file, at: this.clock.now() });
      return before?.blob;
    });
    if (replaced !== undefined) this.blobs.remove([replaced]);
  }

  private existing(path: string): StoredFile {
    const file = this.files.at(path);
    if (file) return file;
    throw new CloudError('STORAGE_FILE_NONEXIST', `the file ${path} does not exist`);
  }

  private checkWrite(asker: Asker, path: string): void {
    const file = this.files.at(path) ?? { owner: asker && personKey(asker) };
    if (!isAllowed(this.rules.write, asker, file)) throw denied(path);
  }
}

function isAllowed(rule: StorageRule, asker: Asker, { owner }: { owner: string | null }): boolean {
  if (asker === null) return true;
  return typeof rule === 'boolean' ? rule : owner === personKey(asker);
}

function denied(path: string): CloudError {
  return new CloudError('STORAGE_EXCEED_AUTHORITY', `${path} is another person's file`);
}
