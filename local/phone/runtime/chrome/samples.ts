/** Pictures that are drawn here, so that a phone without an album has something to choose. */
export type Sample = { name: string; blob: Blob; url: string };

const PHOTOS = [
  { name: '村口.jpg', sky: '#9cc9e8', ground: '#7d9b57', size: [800, 600] },
  { name: '河边.jpg', sky: '#f3c48b', ground: '#4f7f94', size: [600, 800] },
  { name: '广场.jpg', sky: '#cfd8dc', ground: '#b08968', size: [1000, 1000] },
] as const;

const AVATARS = [
  { name: '松', colour: '#2f6b3c' },
  { name: '石', colour: '#6d6a62' },
  { name: '河', colour: '#2f5f86' },
  { name: '山', colour: '#8a5a2b' },
] as const;

function draw(
  name: string,
  [width, height]: readonly [number, number],
  type: string,
  paint: (context: CanvasRenderingContext2D) => void,
): Promise<Sample> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  paint(context);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve({ name, blob, url: URL.createObjectURL(blob) });
      else reject(new Error(`${name} could not be drawn`));
    }, type);
  });
}

export const samplePhotos = (): Promise<Sample[]> =>
  Promise.all(
    PHOTOS.map(({ name, sky, ground, size }) =>
      draw(name, size, 'image/jpeg', (context) => {
        const [width, height] = size;
        context.fillStyle = sky;
        context.fillRect(0, 0, width, height);
        context.fillStyle = ground;
        context.fillRect(0, height * 0.6, width, height * 0.4);
        context.beginPath();
        context.arc(width * 0.75, height * 0.25, height * 0.1, 0, 2 * Math.PI);
        context.fillStyle = '#fff8e1';
        context.fill();
      }),
    ),
  );

export const sampleAvatars = (): Promise<Sample[]> =>
  Promise.all(
    AVATARS.map(({ name, colour }) =>
      draw(`${name}.png`, [132, 132], 'image/png', (context) => {
        context.fillStyle = colour;
        context.fillRect(0, 0, 132, 132);
        context.fillStyle = '#ffffff';
        context.font = '72px "Noto Sans SC Variable", sans-serif';
        context.textAlign = 'center';
        context.textBaseline = 'middle';
        context.fillText(name, 66, 70);
      }),
    ),
  );
