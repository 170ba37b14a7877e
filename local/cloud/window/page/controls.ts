import type { FaultView } from '../../faults/faults';
import type { TimerView } from '../../functions/timers';
import { button, element, table, timeOf, type Piece } from './dom';
import { ask, post } from './server';

const KINDS: Record<FaultView['kind'], string> = {
  latency: '延迟',
  error: '报错',
  lost: '写了没回音',
  conflict: '写冲突',
  slow: '函数慢',
  timerTwice: '定时器两次',
};

export async function showTimers(_: string[], again: () => Promise<void>): Promise<Piece[]> {
  const { timers } = await ask<{ timers: TimerView[] }>('/local/timer');
  const fire = (timer: TimerView, twice: boolean) => async () => {
    await post('/local/timer', { function: timer.function, trigger: timer.trigger, twice });
    await again();
  };
  return [
    table(
      [
        { title: '函数', cell: (one) => one.function, look: 'short' },
        { title: '定时器', cell: (one) => one.trigger },
        { title: '表达式', cell: (one) => element('code', {}, one.cron) },
        { title: '下一次', cell: (one) => timeOf(one.next), look: 'short' },
        { title: '已触发', cell: (one) => one.fired, look: 'number' },
        {
          title: '现在',
          cell: (one) =>
            element('span', {}, button('触发一次', fire(one, false)), button('触发两次', fire(one, true))),
        },
      ],
      timers,
      '没有定时器',
    ),
  ];
}

export async function showFaults(_: string[], again: () => Promise<void>): Promise<Piece[]> {
  const { faults } = await ask<{ faults: FaultView[] }>('/local/faults');
  const lift = (id: number) => async () => {
    await ask(`/local/faults?id=${id}`, { method: 'DELETE' });
    await again();
  };
  return [
    table(
      [
        { title: '故障', cell: (one) => element('span', { class: 'mark' }, KINDS[one.kind]), look: 'short' },
        { title: '动作', cell: (one) => element('code', {}, one.action) },
        { title: '多少', cell: howMuch },
        { title: '已发生', cell: (one) => one.hits, look: 'number' },
        { title: '', cell: (one) => button('撤销', lift(one.id)) },
      ],
      faults,
      '一切正常：没有安排故障',
    ),
  ];
}

function howMuch(fault: FaultView): string {
  const ms = 'ms' in fault ? `${fault.ms} 毫秒` : '';
  const code = 'code' in fault ? fault.code : '';
  const next = fault.next === undefined ? '' : `接下来 ${fault.next} 次`;
  const chance = fault.probability === 1 ? '' : `概率 ${fault.probability}（种子 ${fault.seed}）`;
  return [ms, code, next, chance].filter(Boolean).join('，');
}
