import { openCloud } from './services/cloud';
import { listenForPrivacy } from './services/privacy';

App({
  onLaunch() {
    openCloud();
    listenForPrivacy();
  },
});
