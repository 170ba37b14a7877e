import { fetchPeople } from '../person';
import { TablePhone } from './table-phone';

/** The table on which the phones lie. */
async function start(): Promise<void> {
  const people = await fetchPeople();
  const query = new URLSearchParams(location.search);
  const table = document.getElementById('table');
  if (!table) throw new Error('index.html lacks #table');
  const phone = new TablePhone('phone-1', people, {
    openid: query.get('as') ?? people[0]?.openid ?? '',
    path: query.get('path') ?? '',
    fontScale: Number(query.get('fontScale') ?? 1) || 1,
  });
  table.append(phone.element);
}

void start();
