import { parseArgs } from 'node:util';
import type { Rotated } from '../rotate-keys';

/**
 * `npm run rotate-keys [-- --local http://127.0.0.1:8787]`. `DATA_KEYS` and `LOOKUP_KEY` as the functions have them: the new key first,
 * the old ones behind it. A CloudBase environment is named by `TCB_ENV` and opened by `TENCENTCLOUD_SECRETID` and `TENCENTCLOUD_SECRETKEY`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { local: { type: 'string' }, env: { type: 'string' } } });
  if (values.local !== undefined) {
    Object.assign(process.env, {
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${values.local.replace(/\/$/, '')}/admin` }),
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      TENCENTCLOUD_SECRETID: 'local',
      TENCENTCLOUD_SECRETKEY: 'local',
      TCB_ENV: values.env ?? 'local-huayuan',
      SCF_NAMESPACE: values.env ?? 'local-huayuan',
    });
  }
  // The store opens its environment when it is loaded.
  const { rotateKeys } = await import('../rotate-keys');
  const counts = await rotateKeys();
  for (const [name, { sealed, resealed, left }] of Object.entries<Rotated>(counts)) {
    if (sealed > 0) process.stdout.write(`${name}: ${sealed} sealed, ${resealed} anew, ${left} left\n`);
  }
  if (Object.values<Rotated>(counts).some(({ left }) => left > 0)) {
    process.stdout.write('an older key is still needed: run it again before taking the key away\n');
    process.exitCode = 1;
  } else process.stdout.write('every sealed text is under the current key\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
