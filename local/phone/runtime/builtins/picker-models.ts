import { phoneNow } from '../clock';

/** The columns of a picker. Later columns may depend on what the earlier ones show. */
export type PickerModel = {
  selected: number[];
  columns: (selected: number[]) => string[][];
  value: (selected: number[]) => unknown;
};

const label = (item: unknown, key: string): string =>
  key && typeof item === 'object' && item !== null
    ? String((item as Record<string, unknown>)[key])
    : String(item);

export function selectorColumns(range: unknown[], key: string, value: number): PickerModel {
  return {
    selected: [Math.max(0, value || 0)],
    columns: () => [range.map((item) => label(item, key))],
    value: ([index = 0]) => String(index),
  };
}

export function multiColumns(range: unknown[][], key: string, value: number[]): PickerModel {
  return {
    selected: range.map((_, column) => value[column] ?? 0),
    columns: () => range.map((column) => column.map((item) => label(item, key))),
    value: (selected) => selected,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const numbers = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

export function timeColumns(value: string, start: string, end: string): PickerModel {
  const [firstHour, firstMinute] = clock(start, [0, 0]);
  const [lastHour, lastMinute] = clock(end, [23, 59]);
  const hours = numbers(firstHour, lastHour);
  const minutes = (hour: number): number[] =>
    numbers(hour === firstHour ? firstMinute : 0, hour === lastHour ? lastMinute : 59);
  const [hour, minute] = clock(value, [firstHour, firstMinute]);
  const hourAt = (index: number | undefined): number => hours[index ?? 0] ?? firstHour;
  return {
    selected: [place(hours, hour), place(minutes(hour), minute)],
    columns: ([at]) => [
      hours.map((one) => `${two(one)}时`),
      minutes(hourAt(at)).map((one) => `${two(one)}分`),
    ],
    value: ([at, minuteAt]) => `${two(hourAt(at))}:${two(minutes(hourAt(at))[minuteAt ?? 0] ?? 0)}`,
  };
}

export function dateColumns(value: string, start: string, end: string, fields: string): PickerModel {
  const depth = { year: 1, month: 2, day: 3 }[fields] ?? 3;
  const now = new Date(phoneNow());
  const [first, last] = [parts(start, [1900, 1, 1]), parts(end, [2100, 12, 31])];
  const chosen = parts(value, [now.getFullYear(), now.getMonth() + 1, now.getDate()]);
  const years = numbers(first[0], last[0]);
  const months = (year: number): number[] =>
    numbers(year === first[0] ? first[1] : 1, year === last[0] ? last[1] : 12);
  const days = (year: number, month: number): number[] =>
    numbers(
      year === first[0] && month === first[1] ? first[2] : 1,
      year === last[0] && month === last[1] ? last[2] : new Date(year, month, 0).getDate(),
    );
  const read = ([y = 0, m = 0, d = 0]: number[]): [number, number, number] => {
    const year = years[Math.min(y, years.length - 1)] ?? first[0];
    const month = months(year)[Math.min(m, months(year).length - 1)] ?? 1;
    return [year, month, days(year, month)[Math.min(d, days(year, month).length - 1)] ?? 1];
  };
  return {
    selected: [
      place(years, chosen[0]),
      place(months(chosen[0]), chosen[1]),
      place(days(chosen[0], chosen[1]), chosen[2]),
    ].slice(0, depth),
    columns: (selected) => {
      const [year, month] = read(selected);
      return [
        years.map((one) => `${one}年`),
        months(year).map((one) => `${two(one)}月`),
        days(year, month).map((one) => `${two(one)}日`),
      ].slice(0, depth);
    },
    value: (selected) => read(selected).map(two).slice(0, depth).join('-'),
  };
}

const place = (values: number[], value: number): number => Math.max(0, values.indexOf(value));

function clock(text: string, otherwise: [number, number]): [number, number] {
  const match = /^(\d{1,2}):(\d{1,2})$/.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : otherwise;
}

function parts(text: string, otherwise: [number, number, number]): [number, number, number] {
  const match = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
  return match ? [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)] : otherwise;
}
