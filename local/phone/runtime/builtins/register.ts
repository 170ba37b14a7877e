import type { ComponentSpace } from 'glass-easel';
import { defineBuiltin } from './define';
import { registerButton } from './button';
import { registerChoices } from './choices';
import { registerCanvas } from './canvas';
import { registerForm } from './form';
import { registerImage } from './image';
import { registerInputs } from './input';
import { registerNavigator } from './navigator';
import { registerPageMeta } from './page-meta';
import { registerPicker } from './picker';
import { registerRichText } from './rich-text';
import { registerRootPortal } from './root-portal';
import { registerScrollView } from './scroll-view';
import { registerSlider } from './slider';
import { registerSwiper } from './swiper';
import { registerText } from './text';

export function registerBuiltins(space: ComponentSpace): void {
  defineBuiltin(space, 'view', {});
  defineBuiltin(space, 'cover-view', {});
  registerRootPortal(space);
  registerText(space);
  registerImage(space);
  registerButton(space);
  registerInputs(space);
  registerChoices(space);
  registerForm(space);
  registerPicker(space);
  registerNavigator(space);
  registerScrollView(space);
  registerSwiper(space);
  registerRichText(space);
  registerPageMeta(space);
  registerCanvas(space);
  registerSlider(space);
}
