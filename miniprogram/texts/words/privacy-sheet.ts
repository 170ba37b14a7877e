export const privacySheet = {
  title: '先问您一声',
  text: '这里要用微信里的昵称、头像或手机号，只用来认人、联系您。不同意也能加入，自己写就行。',
  notice: '看《隐私说明》',
  agree: '同意',
  refuse: '不同意',
} as const;
