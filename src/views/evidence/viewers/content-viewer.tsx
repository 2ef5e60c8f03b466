import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { EvidenceReading } from '../../../formats/evidence-reading.ts';
import type { Pointer } from '../../../model/common.ts';
import { Banner } from '../../../ui/feedback.tsx';
import { SafeText } from '../../../ui/safe-text.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { useDetailWords } from '../words/use-detail-words.ts';
import { decodeText } from './decode.ts';
import { ViewerBoundary } from './viewer-boundary.tsx';
import type { ViewerKind } from './viewer-kind.ts';
import type { ValueTarget } from './viewer-props.ts';

const JsonViewer = lazy(async () => ({
  default: (await import('./json-viewer.tsx')).JsonViewer,
}));
const JsonLinesViewer = lazy(async () => ({
  default: (await import('./json-lines-viewer.tsx')).JsonLinesViewer,
}));
const YamlViewer = lazy(async () => ({
  default: (await import('./yaml-viewer.tsx')).YamlViewer,
}));
const XmlViewer = lazy(async () => ({
  default: (await import('./xml-viewer.tsx')).XmlViewer,
}));
const CsvViewer = lazy(async () => ({
  default: (await import('./csv-viewer.tsx')).CsvViewer,
}));
const MarkdownViewer = lazy(async () => ({
  default: (await import('./markdown-viewer.tsx')).MarkdownViewer,
}));
const TextViewer = lazy(async () => ({
  default: (await import('./text-viewer.tsx')).TextViewer,
}));
const ImageViewer = lazy(async () => ({
  default: (await import('./image-viewer.tsx')).ImageViewer,
}));
const PdfViewer = lazy(async () => ({
  default: (await import('./pdf-viewer.tsx')).PdfViewer,
}));
const HexViewer = lazy(async () => ({
  default: (await import('./hex-viewer.tsx')).HexViewer,
}));

export interface ContentViewerProps {
  readonly kind: ViewerKind;
  readonly name: string;
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly reading: EvidenceReading | undefined;
  readonly targets: readonly ValueTarget[];
  readonly pointer: Pointer | undefined;
  readonly onPoint: (pointer: Pointer) => void;
}

/** The viewer of a kind of file; one that fails leaves the bytes to look at. */
export function ContentViewer(props: ContentViewerProps): ReactNode {
  const words = useDetailWords();
  return (
    <ViewerBoundary
      key={props.path}
      fallback={(reason) => (
        <>
          <Banner tone="failed" title={words.viewerFailed}>
            <SafeText text={reason} />
          </Banner>
          <Suspense fallback={<SkeletonRows rows={6} />}>
            <HexViewer name={props.name} bytes={props.bytes} />
          </Suspense>
        </>
      )}
    >
      <Suspense fallback={<SkeletonRows rows={6} />}>
        {props.kind === 'image' ? (
          <ImageViewer {...props} />
        ) : props.kind === 'pdf' ? (
          <PdfViewer name={props.name} bytes={props.bytes} />
        ) : props.kind === 'hex' ? (
          <HexViewer name={props.name} bytes={props.bytes} />
        ) : (
          <TextContent {...props} kind={props.kind} />
        )}
      </Suspense>
    </ViewerBoundary>
  );
}

const textViewers = {
  json: JsonViewer,
  'json-lines': JsonLinesViewer,
  yaml: YamlViewer,
  xml: XmlViewer,
  csv: CsvViewer,
  markdown: MarkdownViewer,
  text: TextViewer,
} as const;

function TextContent({
  kind,
  name,
  bytes,
  reading,
  targets,
  pointer,
  onPoint,
}: ContentViewerProps & { readonly kind: keyof typeof textViewers }): ReactNode {
  const words = useDetailWords();
  const decoded = useMemo(() => decodeText(bytes), [bytes]);
  const Chosen = textViewers[kind];
  return (
    <>
      {decoded.errors > 0 && (
        <Banner tone="missing" title={words.badUtf8Title}>
          {words.badUtf8(decoded.errors, decoded.errorLine ?? 1)}
        </Banner>
      )}
      <Chosen
        name={name}
        text={decoded.text}
        reading={reading}
        targets={targets}
        pointer={pointer}
        onPoint={onPoint}
      />
    </>
  );
}
