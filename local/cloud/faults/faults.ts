import { CloudError } from '../errors';
import type { Fault } from './fault';
import { seeded } from './random';

export type FaultView = Fault & { id: number; hits: number };
export type Drawn = { [K in Fault['kind']]?: Extract<Fault, { kind: K }> };

interface InForce {
  view: FaultView;
  random: () => number;
}

/** What goes wrong on demand. */
export class Faults {
  private inForce: InForce[] = [];
  private lastId = 0;

  list(): FaultView[] {
    return this.inForce.map(({ view }) => view);
  }

  add(fault: Fault): FaultView {
    const view = { ...fault, id: ++this.lastId, hits: 0 };
    this.inForce.push({ view, random: seeded(fault.seed) });
    return view;
  }

  remove(id: number): void {
    const left = this.inForce.filter(({ view }) => view.id !== id);
    if (left.length === this.inForce.length)
      throw new CloudError('FAULT_NOT_FOUND', `no fault has the id ${id}`);
    this.inForce = left;
  }

  clear(): void {
    this.inForce = [];
  }

  /** The faults that hit this request, one of each of these kinds at most. */
  draw(action: string, kinds: Fault['kind'][]): Drawn {
    const drawn: Partial<Record<Fault['kind'], Fault>> = {};
    for (const { view, random } of [...this.inForce]) {
      if (!kinds.includes(view.kind) || drawn[view.kind] || !covers(view.action, action)) continue;
      if (random() >= view.probability) continue;
      drawn[view.kind] = view;
      view.hits++;
      if (view.hits === view.next) this.remove(view.id);
    }
    return drawn as Drawn;
  }
}

function covers(pattern: string, action: string): boolean {
  if (pattern === action) return true;
  if (pattern.endsWith('*')) return action.startsWith(pattern.slice(0, -1));
  return pattern === 'wx.openApi' && action.startsWith('wx.openApi:');
}
