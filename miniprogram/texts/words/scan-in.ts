export const scanIn = {
  title: '加入老班长工作室',
  what: '您的名字和老兵身份，村工作人员已经核实过，什么都不用填。点「加入」，就能报名值勤、参加活动，字也会变大。',
  hello: (name: string) =>
    `${name}，您已经在工作室里了。用这张码，就认作花名册上的老兵。不是您本人的码，请不要用。`,
  agree: '点下面的按钮，就是同意',
  policy: '《隐私说明》',
  send: '加入',
  welcome: (name: string) => `${name}，欢迎您！您是花名册上的老兵，可以报名了。`,
  already: (name: string) => `${name}，您早就加入了，不用再扫。这张码是给别人的，请让他用自己的微信扫。`,
  alreadyVeteran: (name: string) => `${name}，您已经加入了，是核实过的老兵，不用再扫。`,
  bad: '这个码不对，或者过期了，用过了。请让工作人员重新出示一张。',
  goOn: '接着办',
} as const;
