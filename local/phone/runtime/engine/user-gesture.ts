/** WeChat lets some calls happen only inside the handler of a tap: this knows whether we are in one. */
let depth = 0;

export function markGesture(): void {
  depth += 1;
  setTimeout(() => (depth -= 1), 0);
}

export const inGesture = (): boolean => depth > 0;
