import { buildFunctions, packNpm } from '.';

async function main(): Promise<void> {
  const started = performance.now();
  const { functions, rebuilt } = await buildFunctions();
  const { files, bytes } = await packNpm();
  const took = Math.round(performance.now() - started);
  process.stdout.write(
    `functions: ${functions.join(', ') || 'none'} (${rebuilt.length} rebuilt); ` +
      `miniprogram_npm: ${files} files, ${Math.round(bytes / 1024)} KB; ${took} ms\n`,
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
