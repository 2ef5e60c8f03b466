import { ChevronLeft, ChevronRight } from 'lucide-react';
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  PDFWorker,
  VerbosityLevel,
} from 'pdfjs-dist';
import pdfWorkerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ownScriptUrl } from '../../../queries/script-url.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Banner } from '../../../ui/feedback.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { FindBar, stepHit } from './find-bar.tsx';
import { pageText, usePdfSearch } from './use-pdf-search.ts';
import styles from './viewer.module.css';
import type { BytesViewerProps } from './viewer-props.ts';
import { useViewerWords } from './words/use-viewer-words.ts';

/** Widest picture of a page, in CSS pixels. */
const widest = 900;
/** Pixels of a picture inside a page; larger ones are left out. */
const largestImage = 64 * 1024 * 1024;

/**
 * A PDF drawn on a canvas, page by page. Nothing of it runs: no script, no form, no link, no font or
 * image from elsewhere, and no generated code. Its text stands under the page, for those who cannot see it.
 */
export function PdfViewer({ name, bytes }: Pick<BytesViewerProps, 'name' | 'bytes'>): ReactNode {
  const words = useViewerWords();
  const [file, setFile] = useState<PDFDocumentProxy | undefined>(undefined);
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [number, setNumber] = useState(1);
  const [query, setQuery] = useState('');
  const [hit, setHit] = useState(0);
  const hits = usePdfSearch(file, query, setNumber);
  const show = (index: number): void => {
    setHit(index);
    const page = hits[index];
    if (page !== undefined) setNumber(page);
  };
  useEffect(() => {
    const thread = new Worker(ownScriptUrl(pdfWorkerUrl), { type: 'module', name: 'wavegate-pdf' });
    const worker = PDFWorker.create({ port: thread, verbosity: VerbosityLevel.ERRORS });
    const task = getDocument({
      // A copy, since the thread takes the bytes over.
      data: bytes.slice(),
      worker,
      isEvalSupported: false,
      useWasm: false,
      enableXfa: false,
      // Fonts that a file does not bring are the system's own; none is fetched.
      useSystemFonts: true,
      useWorkerFetch: false,
      maxImageSize: largestImage,
      verbosity: VerbosityLevel.ERRORS,
    });
    let isGone = false;
    task.promise.then(
      (opened) => {
        if (!isGone) setFile(opened);
      },
      (cause: unknown) => {
        if (!isGone) setFault(cause instanceof Error ? cause.message : String(cause));
      },
    );
    return () => {
      isGone = true;
      void task.destroy().finally(() => thread.terminate());
    };
  }, [bytes]);
  if (fault !== undefined) {
    return (
      <Banner tone="failed" title={words.pdfFailed}>
        <SafeText text={fault} />
      </Banner>
    );
  }
  if (file === undefined) return <Skeleton height={400} />;
  return (
    <div className={styles.viewer}>
      <div className={styles.tools}>
        <FindBar
          query={query}
          onQuery={(next) => {
            setQuery(next);
            setHit(0);
          }}
          count={hits.length}
          at={hit}
          onStep={(step) => show(stepHit(hit, step, hits.length))}
        />
        <span role="status" className={styles.quiet}>
          {words.pdfPage(number, file.numPages)}
        </span>
        <span className={styles.pages}>
          <Button
            size="small"
            icon={<Icon of={ChevronLeft} />}
            disabled={number <= 1}
            onClick={() => setNumber(number - 1)}
          >
            {words.pdfPrevious}
          </Button>
          <Button
            size="small"
            icon={<Icon of={ChevronRight} />}
            disabled={number >= file.numPages}
            onClick={() => setNumber(number + 1)}
          >
            {words.pdfNext}
          </Button>
        </span>
      </div>
      <Page key={number} file={file} number={number} name={name} isSought={query !== ''} />
    </div>
  );
}

function Page({
  file,
  number,
  name,
  isSought,
}: {
  readonly file: PDFDocumentProxy;
  readonly number: number;
  readonly name: string;
  /** Its words stand open, since the picture cannot mark them. */
  readonly isSought: boolean;
}): ReactNode {
  const words = useViewerWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | undefined>(undefined);
  useEffect(() => {
    let stop = (): void => undefined;
    let isGone = false;
    const draw = async (): Promise<void> => {
      const page = await file.getPage(number);
      if (isGone || canvas.current === null) return;
      stop = render(page, canvas.current);
      const content = await pageText(file, number);
      if (!isGone) setText(content);
    };
    draw().catch((cause: unknown) => {
      if (!isGone) setFault(cause instanceof Error ? cause.message : String(cause));
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [file, number]);
  return (
    <>
      {fault !== undefined && (
        <Banner tone="failed" title={words.pdfFailed}>
          <SafeText text={fault} />
        </Banner>
      )}
      <div className={styles.picture}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={words.pdfPageOf(name, number)}
          className={styles.page}
        />
      </div>
      {text.trim() !== '' && (
        <Disclosure key={String(isSought)} summary={words.pdfText} defaultOpen={isSought}>
          <p>
            <SafeText text={text} multiline />
          </p>
        </Disclosure>
      )}
    </>
  );
}

/** @returns what stops the drawing */
function render(page: PDFPageProxy, canvas: HTMLCanvasElement): () => void {
  const natural = page.getViewport({ scale: 1 });
  const scale = (Math.min(widest, natural.width * 1.5) / natural.width) * devicePixelRatio;
  const viewport = page.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const task = page.render({ canvas, viewport });
  // Stopping rejects, which nobody waits for.
  task.promise.catch(() => undefined);
  return () => task.cancel();
}
