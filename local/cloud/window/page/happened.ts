import type { InvocationRecord } from '../../functions/runner';
import type { RequestRecord } from '../../http/wire';
import type { Message } from '../../open-api/outbox';
import { bad, element, table, timeOf, type Piece } from './dom';
import { ask } from './server';

const MOST = 200;

function newest<T>(all: T[]): T[] {
  return all.slice(-MOST).reverse();
}

export async function showRequests([invocation]: string[]): Promise<Piece[]> {
  const only = invocation === undefined ? '' : `?invocation=${encodeURIComponent(invocation)}`;
  const { requests } = await ask<{ requests: RequestRecord[] }>(`/local/requests${only}`);
  return [
    table(
      [
        { title: '序号', cell: (one) => one.seq, look: 'number' },
        { title: '函数', cell: (one) => one.function ?? '—', look: 'short' },
        { title: '动作', cell: (one) => one.action },
        { title: '集合', cell: (one) => one.collection ?? '' },
        { title: '索引', cell: (one) => one.index },
        { title: '读过', cell: (one) => one.examined, look: 'number' },
        { title: '返回', cell: (one) => one.returned, look: 'number' },
        { title: '毫秒', cell: (one) => one.ms.toFixed(1), look: 'number' },
        { title: '错误', cell: (one) => bad(one.error ?? '') },
      ],
      newest(requests),
      '还没有请求',
    ),
  ];
}

export async function showInvocations(): Promise<Piece[]> {
  const { invocations } = await ask<{ invocations: InvocationRecord[] }>('/local/invocations');
  return [
    table(
      [
        { title: '时间', cell: (one) => timeOf(one.at), look: 'short' },
        { title: '函数', cell: (one) => one.function, look: 'short' },
        { title: '来者', cell: (one) => one.person ?? one.source },
        {
          title: '往返',
          cell: (one) => element('a', { href: `#requests/${one.id}` }, String(one.trips)),
          look: 'number',
        },
        { title: '毫秒', cell: (one) => `${one.ms ?? '…'}${one.cold ? ' 冷' : ''}`, look: 'number' },
        { title: '日志', cell: logsOf },
      ],
      newest(invocations),
      '还没有调用',
    ),
  ];
}

function logsOf({ logs, error }: InvocationRecord): Piece {
  const lines = logs.map(({ level, text }) => `${level}: ${text}`);
  const all = error === null ? lines : [...lines, error];
  if (all.length === 0) return '';
  const summary = element('summary', error === null ? {} : { class: 'bad' }, all.at(-1)?.slice(0, 80) ?? '');
  return element('details', {}, summary, element('pre', {}, all.join('\n')));
}

export async function showOutbox(): Promise<Piece[]> {
  const { messages } = await ask<{ messages: Message[] }>('/local/outbox');
  return [
    table(
      [
        { title: '时间', cell: (one) => timeOf(one.at), look: 'short' },
        { title: '给', cell: (one) => one.touser },
        { title: '模板', cell: (one) => one.templateId },
        {
          title: '内容',
          cell: (one) =>
            Object.values(one.data)
              .map(({ value }) => value)
              .join(' · '),
        },
        { title: '页面', cell: (one) => one.page },
      ],
      newest(messages),
      '还没有发出消息',
    ),
  ];
}
