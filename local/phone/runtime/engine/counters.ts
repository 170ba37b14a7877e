import { Component, type GeneralComponent } from 'glass-easel';

/** What WeChat's audit looks at (framework/audits): the most `setData` in any second, the largest one, the most nodes. */
export type Counts = { setDataPerSecond: number; largestSetData: number; nodes: number };

const SECOND_MS = 1000;
const BUILTIN = 'wx-builtin/';
const encoder = new TextEncoder();
const most: Counts = { setDataPerSecond: 0, largestSetData: 0, nodes: 0 };
let recent: number[] = [];

/** Counts every `setData` of the app's pages and components from now on. */
export function watchSetData(): void {
  const prototype = Component.prototype as unknown as { setData: (data: object) => void };
  const { setData } = prototype;
  prototype.setData = function counted(this: GeneralComponent, data: object): void {
    if (!this.is.startsWith(BUILTIN)) record(data);
    setData.call(this, data);
  };
}

function record(data: object): void {
  const now = performance.now();
  recent = recent.filter((at) => at > now - SECOND_MS);
  recent.push(now);
  most.setDataPerSecond = Math.max(most.setDataPerSecond, recent.length);
  most.largestSetData = Math.max(most.largestSetData, encoder.encode(JSON.stringify(data)).length);
}

/** Counts the nodes of a page as it stands. */
export function countNodes(page: Element): void {
  let nodes = 0;
  for (const element of page.querySelectorAll('*')) if ('__wxElement' in element) nodes += 1;
  most.nodes = Math.max(most.nodes, nodes);
}

export const counts = (): Counts => ({ ...most });
