import { launchBrowser } from '../browser';

/** Before the first journey: a browser that starts. Outside of jest's own module system, which cannot unpack the pinned one. */
export default async function ready(): Promise<void> {
  await (await launchBrowser()).close();
}
