import { pinyin } from 'pinyin-pro';

/** 施样国 → sjg 那样的首字母，小写；姓按姓的读法。Letters and digits stay, everything else has none. */
export function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', surname: 'head' })
    .join('')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}
