import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { installedBrowsers } from './browser/installed';
import { launch } from './browser/launch';
import { pinnedBrowser } from './browser/pinned';

const ADVICE = 'Install Google Chrome or Chromium, or set CHROME_PATH=/path/to/chrome, and run this again.';

/**
 * The browser of the journeys: CHROME_PATH, else one that is installed, else the pinned one that npm ships.
 * BROWSER=pinned takes the pinned one at once.
 */
export async function launchBrowser(): Promise<Browser> {
  const chosen = process.env['CHROME_PATH'];
  if (chosen) return launchChosen(chosen);

  const reasons: string[] = [];
  if (process.env['BROWSER'] !== 'pinned') {
    for (const candidate of installedBrowsers()) {
      try {
        return await launch(candidate);
      } catch (error) {
        reasons.push(`${candidate.name}: ${firstLine(error)}`);
      }
    }
  }
  try {
    const pinned = await pinnedBrowser();
    if (pinned) return await launch(pinned);
    reasons.push(`the pinned one runs on Linux x64 only, this is ${process.platform} ${process.arch}`);
  } catch (error) {
    reasons.push(`the pinned one: ${firstLine(error)}`);
  }
  throw new Error(`No browser for the tests. ${ADVICE} (${reasons.join('; ')})`);
}

async function launchChosen(executablePath: string): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(`CHROME_PATH=${executablePath} does not exist. ${ADVICE}`);
  }
  return launch({ name: 'CHROME_PATH', executablePath });
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
