import { el } from '../chrome/dom';
import type { People } from './people';

const NEWCOMER = 'newcomer';

/** Who holds the phone. */
export function personControl(people: People, holder: string, choose: (openid: string) => void): HTMLElement {
  const select = el('select');
  let chosen = holder;
  const draw = (): void => {
    const known = people.all();
    const options = known.map(
      ({ openid, name, label }) => new Option(label ? `${name}（${label}）` : name, openid),
    );
    if (chosen && !known.some(({ openid }) => openid === chosen)) options.push(new Option(chosen, chosen));
    select.replaceChildren(...options, new Option('＋ 新来的人', NEWCOMER));
    select.value = chosen;
  };
  select.addEventListener('change', () => {
    chosen = select.value === NEWCOMER ? people.addNewcomer().openid : select.value;
    draw();
    choose(chosen);
  });
  people.onChange(draw);
  draw();
  return el('label', { class: 'holder' }, [el('span', { text: '谁拿着' }), select]);
}
