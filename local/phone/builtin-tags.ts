/** The built-in components of WeChat that this phone has. A tag outside these lists does not compile. */
export const BUILTIN_TAGS = [
  'button',
  'canvas',
  'checkbox',
  'checkbox-group',
  'cover-view',
  'form',
  'image',
  'input',
  'label',
  'navigator',
  'page-meta',
  'picker',
  'radio',
  'radio-group',
  'rich-text',
  'root-portal',
  'scroll-view',
  'slider',
  'swiper',
  'swiper-item',
  'switch',
  'text',
  'textarea',
  'view',
] as const;

export type BuiltinTag = (typeof BUILTIN_TAGS)[number];

/** Tags that the template language itself understands. */
export const SYNTAX_TAGS = ['block', 'import', 'include', 'slot', 'template', 'wxs'] as const;

const builtin = new Set<string>(BUILTIN_TAGS);

export const isBuiltinTag = (tag: string): tag is BuiltinTag => builtin.has(tag);

/** In the browser `<view>` becomes `<wx-view>`, so that no element of HTML lends its own behaviour. */
export const elementName = (tag: string): string => (builtin.has(tag) ? `wx-${tag}` : tag);
