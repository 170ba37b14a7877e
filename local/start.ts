import { openBrowser } from './start/browser';
import { readOptions } from './start/options';
import { reasonOf } from './start/reason';
import { run } from './start/run';

/** `npm start`: the whole product on this machine, with the sample village. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const { url, close } = await run(options, (line) => process.stdout.write(`${line}\n`));
  process.stdout.write(`老班长工作室 ready at ${url} (data in ${options.data}, Ctrl-C ends)\n`);
  if (options.open) openBrowser(url);
  const stop = () => {
    process.exitCode = 0;
    void close().finally(() => process.exit());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
});
