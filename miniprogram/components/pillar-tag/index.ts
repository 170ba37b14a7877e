import type { ShiftCard } from '../../../typings/contract';
import { PILLARS } from '../../texts/labels';

/** 四色标签：颜色旁边总有字。 */
Component({
  properties: { pillar: { type: String, value: 'governance' as ShiftCard['pillar'] } },
  data: { words: PILLARS },
});
