import { chromium, type Browser } from 'playwright-core';

/** A Chromium binary and what its process must find in the environment. */
export interface Candidate {
  name: string;
  executablePath: string;
  env?: Record<string, string>;
}

// No sandbox: containers and CI run as root. The rest keeps the browser from talking to anybody but the page.
const ARGS = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--disable-default-apps',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--metrics-recording-only',
  '--font-render-hinting=none',
];

export async function launch(candidate: Candidate): Promise<Browser> {
  return chromium.launch({
    executablePath: candidate.executablePath,
    args: ARGS,
    headless: true,
    timeout: 60_000,
    env: { ...process.env, ...candidate.env },
  });
}
