import type { SvgPicture } from './svg.ts';

/** Browsers refuse canvases beyond these. */
const MOST_SIDE = 16_000;
const MOST_PIXELS = 64_000_000;

/** Hands a file to the browser. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  // The browser has taken the address once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function svgBlob({ text }: SvgPicture): Blob {
  return new Blob([text], { type: 'image/svg+xml' });
}

/** By how much a picture is scaled: twice its size, or as large as a canvas may be. */
export function pngScale(width: number, height: number): number {
  return Math.min(
    2,
    MOST_SIDE / width,
    MOST_SIDE / height,
    Math.sqrt(MOST_PIXELS / (width * height)),
  );
}

/** @throws when the browser cannot draw the picture. */
export async function pngBlob(picture: SvgPicture): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(picture));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = pngScale(picture.width, picture.height);
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.floor(picture.width * scale));
    canvas.height = Math.max(1, Math.floor(picture.height * scale));
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas to draw on.');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('The canvas gave no picture.'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A file name of the project's id without anything that hides or misleads. */
export function pictureName(project: string, theme: string, ending: 'svg' | 'png'): string {
  const name = project.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, 80);
  return `${name === '' ? 'plan' : name}-${theme}.${ending}`;
}
