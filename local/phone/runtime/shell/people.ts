import { listenerPair } from '../wx/call';
import type { Person } from '../person';

const KEPT = 'table-newcomers';

/** Who can hold a phone: the sample's people, and whoever came to the table in this session. */
export class People {
  private readonly changed = listenerPair<void>();
  private readonly newcomers: Person[];
  readonly onChange = this.changed.on;

  constructor(private readonly known: Person[]) {
    this.newcomers = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as Person[];
  }

  all = (): Person[] => [...this.known, ...this.newcomers];

  nameOf = (openid: string): string => this.all().find((one) => one.openid === openid)?.name ?? '陌生人';

  /** Somebody whom nobody has seen yet. */
  addNewcomer(): Person {
    const number = this.newcomers.length + 1;
    const openid = `newcomer-${crypto.randomUUID().slice(0, 13)}`;
    const person = { openid, name: `新来的人 ${number}`, label: '还没有加入' };
    this.newcomers.push(person);
    sessionStorage.setItem(KEPT, JSON.stringify(this.newcomers));
    this.changed.emit();
    return person;
  }
}
