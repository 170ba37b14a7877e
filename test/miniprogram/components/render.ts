import { join } from 'node:path';
import simulate from 'miniprogram-simulate';
import { BUILT } from './built';

interface Heard {
  name: string;
  detail: unknown;
}

/** What the typings of miniprogram-simulate leave out, and jsdom's page. */
interface Root {
  attach(parent: unknown): void;
  triggerEvent(name: string): void;
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void;
}
interface Jsdom {
  document: { createElement(tag: string): unknown };
  getApp: () => object;
}
const jsdom = globalThis as unknown as Jsdom;

/** TDesign asks for it when it is loaded. */
jsdom.getApp = () => ({});

/** A component of the studio on a page of its own, with TDesign's real ones inside. */
export function render(name: string, properties: object) {
  const component = simulate.render(load(name), properties);
  const root = component as unknown as Root;
  root.attach(jsdom.document.createElement('div'));
  const heard: Heard[] = [];
  return {
    heard,
    text: () => component.dom?.textContent ?? '',
    /** TDesign's components have no node of their own: their tap is their own event. */
    press(selector: string) {
      const part = component.querySelector(selector);
      if (part?.dom) part.dispatchEvent('tap');
      else (part?.instance as Root | undefined)?.triggerEvent('tap');
      return simulate.sleep(20);
    },
    find: (selector: string) => component.querySelector(selector),
    listen: (event: string) =>
      root.addEventListener(event, ({ detail }) => heard.push({ name: event, detail })),
  };
}

/** Each loading runs the scripts anew: under jest they would otherwise run, and register, only once. */
function load(name: string): string {
  let id = '';
  jest.isolateModules(() => {
    id = simulate.load(join(BUILT, 'components', name, 'index'), { rootPath: BUILT });
  });
  return id;
}
