import { createRequire } from 'node:module';
import { FONT } from './text.js';

/** Makes a PNG of an SVG document, off the main thread. @throws where it cannot be drawn here. */
export type PngOf = (svg: string) => Promise<Uint8Array>;

/** Twice as fine as the SVG's pixels, for screens that are. */
const SCALE = 2;

/** So many of the latest pictures are kept, some 300 kB each. */
const KEPT = 20;

/**
 * Draws with resvg, which is loaded with the first picture: where the platform has no build of it,
 * that fails, and whoever asked goes on without a picture. Fonts of the machine are not looked at,
 * so that a picture is the same everywhere. The same SVG is drawn once for as long as it is kept:
 * what resvg holds of a picture is many times its size, and is let go of late.
 */
export function createPngOf(): PngOf {
  const kept = new Map<string, Promise<Uint8Array>>();
  return (svg) => {
    const png = kept.get(svg) ?? draw(svg);
    kept.delete(svg);
    kept.set(svg, png);
    png.catch(() => kept.delete(svg));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return png;
  };
}

async function draw(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: FONT },
  });
  return image.asPng();
}

/** The font's files, which come with its package (SIL Open Font License 1.1). */
function fontFiles(): string[] {
  const require = createRequire(import.meta.url);
  return ['400Regular', '700Bold'].map((weight) =>
    require.resolve(
      `@expo-google-fonts/atkinson-hyperlegible/${weight}/AtkinsonHyperlegible_${weight}.ttf`,
    ),
  );
}
