import { Component } from 'glass-easel';

/** What WeChat's audits count: at most 20 setData a second, none over 256 KB, fewer than 1,000 nodes a page. */
export type Counters = {
  setData: number;
  /** The most within one second. */
  setDataPerSecond: number;
  /** Of one setData, in bytes of JSON. */
  largestSetData: number;
  /** Of the shown page. */
  nodes: number;
};

const SECOND = 1000;
const calls: number[] = [];
let total = 0;
let fastest = 0;
let largest = 0;

/** Counts from now on; before the app's scripts run. */
export function watchSetData(): void {
  const prototype = Component.prototype as { setData: (data?: object) => void };
  const original = prototype.setData;
  prototype.setData = function (data) {
    count(data ?? {});
    original.call(this, data);
  };
}

function count(data: object): void {
  const now = performance.now();
  total += 1;
  calls.push(now);
  while ((calls[0] ?? now) <= now - SECOND) calls.shift();
  fastest = Math.max(fastest, calls.length);
  largest = Math.max(largest, new Blob([JSON.stringify(data)]).size);
}

export function counters(): Counters {
  const nodes = document.querySelectorAll('.page-viewport *').length;
  return { setData: total, setDataPerSecond: fastest, largestSetData: largest, nodes };
}
