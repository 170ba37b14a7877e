/** What a deployment fills in; nothing here is secret. */
export const config = {
  /** CloudBase environment. */
  envId: 'local-huayuan',
  /** 这台手机属于哪个村的工作室 */
  studioId: 'huayuan',
  /** Subscription message templates of the mini-program's account. */
  templates: {
    /** 排到您了 */
    promoted: 'local-template-promoted',
    /** 改了，或者取消了 */
    changed: 'local-template-changed',
    /** 快开始了 */
    reminder: 'local-template-reminder',
  },
} as const;
