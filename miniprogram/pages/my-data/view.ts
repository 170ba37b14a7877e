import type { MyData } from '../../../typings/contract';
import { whoText } from '../../texts/labels';
import { ages, myData as words, told } from '../../texts/words/my-data';
import { fullDate, fullTime, hoursText } from '../../utils/calendar';

/** A phone shows so many lines before it offers the rest. */
const FEW = 5;

export interface Section {
  key: string;
  title: string;
  hint: string;
  lines: string[];
  /** What stands there instead of lines. */
  empty: string;
}

const said = (...parts: (string | false | null)[]) => parts.filter(Boolean).join('，');

/** 除了名字和电话，还存着什么：一段一段的大白话。 */
export function sectionsOf({ veteran, studios, roster, duties, bookings, notices }: MyData): Section[] {
  const sections: Section[] = [
    {
      key: 'studios',
      title: words.studios,
      hint: '',
      empty: words.noStudios,
      lines: studios.map(({ name, role, since, asking }) =>
        said(name, whoText(role, veteran), `${fullDate(since)}加入`, asking && words.asking),
      ),
    },
    {
      key: 'roster',
      title: words.roster,
      hint: words.rosterHint,
      empty: '',
      lines: roster.map(({ studio, name, grid, phone }) => said(studio, name, grid, phone)),
    },
    {
      key: 'duties',
      title: words.duties,
      hint: '',
      empty: words.noDuties,
      lines: duties.map(dutyLine),
    },
    {
      key: 'bookings',
      title: words.bookings,
      hint: '',
      empty: '',
      lines: bookings.map(({ title, desk, at }) => said(fullTime(at), title, desk)),
    },
    {
      key: 'notices',
      title: words.notices,
      hint: '',
      empty: '',
      lines: notices.map(({ title, at, about, sent }) =>
        said(fullDate(at), (sent ? words.sent : words.notSent)(told[about](title))),
      ),
    },
  ];
  return sections.filter(({ lines, empty }) => lines.length > 0 || empty !== '');
}

const dutyLine = ({
  title,
  place,
  startsAt,
  endsAt,
  post,
  leftAt,
  seats,
  youth,
  answers,
}: MyData['duties'][number]) =>
  said(
    `${fullDate(startsAt)} ${hoursText(startsAt, endsAt)}`,
    title,
    post,
    place,
    seats > 1 && words.party(seats),
    youth && ages[youth],
    ...answers.map(({ question, answer }) => [question, answer].filter(Boolean).join('：')),
    leftAt !== null && words.left,
  );

/** What of a section stands on the screen; `more` offers the rest. */
export const shown = (section: Section, opened: readonly string[]) => {
  const whole = opened.includes(section.key) || section.lines.length <= FEW;
  const lines = whole ? section.lines : section.lines.slice(0, FEW);
  return { ...section, lines, more: whole ? '' : words.all(section.lines.length) };
};
export type ShownSection = ReturnType<typeof shown>;

export const whoAmI = ({ veteran }: MyData) => (veteran ? words.veteran : words.notVeteran);

export const consentText = ({ consent }: MyData) =>
  consent ? `${fullDate(consent.at)}同意（第 ${consent.version} 版）` : words.noConsent;

/** 能读的一份：the same as on the screen, whole. */
export function textOf(data: MyData, present: number): string {
  const about = [
    `${words.name}：${data.name}`,
    `${words.phone}：${data.phone ?? words.noPhone}`,
    whoAmI(data),
    `${words.consent}：${consentText(data)}`,
  ];
  const parts = sectionsOf(data).map(({ title, lines, empty }) =>
    [title, ...(lines.length > 0 ? lines : [empty])].join('\n'),
  );
  return [`${words.textTitle}（${fullDate(present)}）`, about.join('\n'), ...parts].join('\n\n');
}
