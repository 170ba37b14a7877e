import { el } from '../chrome/dom';
import { fetchPeople } from '../person';
import { ClockControl } from './clock-control';
import { GroupChat } from './group-chat';
import { People } from './people';
import { SIDES, type Side } from './sides';
import { SmallWindow } from './small-window';
import { TablePhone } from './table-phone';

const HEAD_START_MS = 500;

/** The table on which the two phones lie, with the group chat between them. */
async function start(): Promise<void> {
  const table = document.getElementById('table');
  if (!table) throw new Error('index.html lacks #table');
  const people = new People(await fetchPeople());
  const [first, second] = people.all();
  const holders: Record<Side, string> = {
    left: first?.openid ?? '',
    right: second?.openid ?? first?.openid ?? '',
  };
  const phone = (side: Side): TablePhone =>
    new TablePhone(side, people, holders[side], (shown) => small.show(shown));
  const phones: Record<Side, TablePhone> = { left: phone('left'), right: phone('right') };
  const all = SIDES.map((side) => phones[side]);
  const small = new SmallWindow(all);
  const chat = new GroupChat(
    (event) => {
      const sender = all.find((one) => one.isSourceOf(event));
      return sender && { name: people.nameOf(sender.openid), app: sender.appName() ?? '小程序' };
    },
    (side, path, scene) => phones[side].open(path, scene),
  );
  const clock = new ClockControl(() => all.forEach((one) => one.followClock()));
  const cloud = el('a', { class: 'cloud-link', text: '看云端' });
  cloud.href = '/_cloud';
  cloud.target = '_blank';
  table.append(
    el('header', { class: 'table-bar' }, [el('h1', { text: document.title }), clock.element, cloud]),
    phones.left.element,
    el('div', { class: 'table-middle' }, [chat.element, ...all.map(({ messages }) => messages.element)]),
    phones.right.element,
  );
  document.body.append(small.button);
  await phones.left.wake();
  // Both share one thread: the first screen comes first.
  setTimeout(() => small.wakeOthers(), HEAD_START_MS);
}

void start();
