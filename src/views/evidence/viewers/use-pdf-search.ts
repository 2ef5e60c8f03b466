import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';

/** Pages that are looked through. */
const mostPages = 2000;

/** The words of a page, in the order that the file has them. */
export async function pageText(file: PDFDocumentProxy, number: number): Promise<string> {
  const page = await file.getPage(number);
  const content = await page.getTextContent();
  return content.items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('');
}

/** The page of each hit of a text, page by page as they are looked through. */
export function usePdfSearch(
  file: PDFDocumentProxy | undefined,
  query: string,
  onFirst: (page: number) => void,
): readonly number[] {
  const [hits, setHits] = useState<readonly number[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a search begins with its words alone
  useEffect(() => {
    setHits([]);
    const wanted = flat(query);
    if (file === undefined || wanted === '') return;
    let isGone = false;
    const search = async (): Promise<void> => {
      const found: number[] = [];
      for (let page = 1; page <= Math.min(file.numPages, mostPages) && !isGone; page += 1) {
        const text = flat(await pageText(file, page));
        const before = found.length;
        for (
          let at = text.indexOf(wanted);
          at >= 0;
          at = text.indexOf(wanted, at + wanted.length)
        ) {
          found.push(page);
        }
        if (isGone || found.length === before) continue;
        setHits([...found]);
        if (before === 0) onFirst(page);
      }
    };
    // A page that cannot be read ends the search; what was found before stands.
    search().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [file, query]);
  return hits;
}

/** Words that a line break parts are found all the same. */
function flat(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
