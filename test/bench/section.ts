/** Figures of one section: printed as a tree, written as JSON. */
export type Figures = { [name: string]: number | string | boolean | Figures };

export interface Section {
  title: string;
  run(): Promise<Figures>;
}

export function rounded(figure: number, digits = 2): number {
  return Number(figure.toFixed(digits));
}

export function median(figures: number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}
