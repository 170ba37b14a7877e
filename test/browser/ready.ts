import { launchBrowser } from '../browser';

/** Before the first journey: a browser that starts. Fetching one may take longer than a test may wait, and a missing one is told once. */
export default async function ready(): Promise<void> {
  await (await launchBrowser()).close();
}
