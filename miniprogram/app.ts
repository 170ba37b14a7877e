import { openCloud } from './services/cloud';

App({
  onLaunch() {
    openCloud();
  },
});
