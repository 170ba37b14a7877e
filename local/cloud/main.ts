import { parseArgs } from 'node:util';
import { CloudError, invalid } from './errors';
import { readFaultsFile } from './faults/routes';
import { startCloud, type CloudOptions } from './index';

function readOptions(): CloudOptions {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string', default: '.data' },
      functions: { type: 'string', default: 'dist/cloudfunctions' },
      collections: { type: 'string', default: 'dist/collections.json' },
      clock: { type: 'string' },
      faults: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw invalid(`${values.port} is not a port`);
  return {
    port,
    dataDir: values.data,
    functionsDir: values.functions,
    collectionsFile: values.collections,
    ...(values.clock === undefined ? {} : { clock: values.clock }),
    ...(values.faults === undefined ? {} : { faults: readFaultsFile(values.faults) }),
  };
}

async function main(): Promise<void> {
  const cloud = await startCloud(readOptions());
  console.log(`local cloud listening on ${cloud.adminUrl}`);
  const stop = (): void => {
    void cloud.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const known = error instanceof CloudError || error instanceof TypeError;
  console.error(
    known || !(error instanceof Error) ? String(error instanceof Error ? error.message : error) : error.stack,
  );
  process.exit(1);
});
