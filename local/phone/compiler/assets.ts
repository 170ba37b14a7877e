import { copyFile, cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const PICTURES = new Set(['.png', '.jpg', '.jpeg', '.gif', '.svg', '.webp']);
const FONT = '@fontsource-variable/noto-sans-sc';

/** Copies the mini-program's pictures to `app/`, where `<image src="/images/x.png">` finds them. */
export async function copyPictures(root: string, outDir: string): Promise<void> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  await Promise.all(
    entries
      .filter((entry) => entry.isFile() && PICTURES.has(path.extname(entry.name).toLowerCase()))
      .map(async (entry) => {
        const from = path.join(entry.parentPath, entry.name);
        const to = path.join(outDir, 'app', path.relative(root, from));
        await mkdir(path.dirname(to), { recursive: true });
        await copyFile(from, to);
      }),
  );
}

/** The phone's own Chinese font, in the pieces that a page fetches as it needs them. */
export async function copyFont(npmDir: string, outDir: string): Promise<void> {
  const from = path.join(npmDir, FONT);
  const to = path.join(outDir, 'fonts');
  await cp(path.join(from, 'files'), path.join(to, 'files'), { recursive: true, force: false });
  const css = await readFile(path.join(from, 'index.css'), 'utf8');
  await writeFile(path.join(to, 'font.css'), css.replaceAll('font-display: swap', 'font-display: block'));
}
