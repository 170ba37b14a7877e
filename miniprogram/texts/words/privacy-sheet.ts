export const privacySheet = {
  title: '用您的微信资料，先问您一声',
  text: '您点的这一处，要用微信里的昵称、头像或者手机号。只用来认人、联系您，不给别人。不同意也照样能看、能加入，名字和手机号可以自己写，头像可以不要。',
  notice: '看《隐私说明》',
  agree: '同意',
  refuse: '不同意，我自己写',
} as const;
