import type { LayoutWords } from './layout-en.ts';

export const layoutDe: LayoutWords = {
  arranging: 'Der Graph wird angeordnet',
  share: (percent) => `${percent} %`,
  improving: (percent) =>
    percent === undefined ? 'Wird genauer angeordnet' : `Wird genauer angeordnet, ${percent} %`,
  keepDraft: 'Dieses Bild behalten',
  table: 'Stattdessen die Tabelle zeigen',
};
