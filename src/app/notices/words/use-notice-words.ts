import { type Catalogues, useWords } from '../../../ui/wording/language.tsx';
import { en, type NoticeWords } from './en.ts';

const catalogues: Catalogues<NoticeWords> = { en };

/** The words of these bars in the language in use. */
export function useNoticeWords(): NoticeWords {
  return useWords(catalogues);
}
