import { currentStudio, studioFrom } from '../../services/session';

export type As = 'staff' | 'supervisor';

export interface Opened {
  as: As;
  studio: string;
  code: string;
}

/**
 * 怎么打开的：从「我的」点进来，或者扫纸上的码。A scene is `studio,code`, or `studio,code,town` for the town's; it holds 32
 * characters.
 */
export function opened(query: { as?: string; studio?: string; scene?: string }): Opened {
  if (query.scene === undefined) {
    const as = query.as === 'supervisor' ? 'supervisor' : 'staff';
    return { as, studio: studioFrom(query.studio) ?? currentStudio(), code: '' };
  }
  const [studio, code = '', whose] = decoded(query.scene).split(',');
  return {
    as: whose === 'town' ? 'supervisor' : 'staff',
    studio: studioFrom(studio) ?? currentStudio(),
    code,
  };
}

function decoded(scene: string): string {
  try {
    return decodeURIComponent(scene);
  } catch {
    return '';
  }
}
