import { callFunction } from './call-function';
import { cloudFiles } from './cloud-files';
import { CloudID } from './cloud-id';
import { database } from './watch';

export const cloud = {
  init: (_options?: { env?: string; traceUser?: boolean }) => undefined,
  callFunction,
  ...cloudFiles,
  CloudID,
  database,
};
