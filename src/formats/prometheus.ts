/** One sample of the text format. */
export interface PrometheusSample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** `null` where the format says that there is no number. */
  readonly value: number | null;
  /** Milliseconds since the epoch, where the sample states a time. */
  readonly at?: number;
  /** 1-based. */
  readonly line: number;
}

export interface PrometheusReading {
  readonly samples: readonly PrometheusSample[];
  /** Lines that are no samples, 1-based. */
  readonly unreadable: readonly number[];
}

const sample = /^([A-Za-z_:][\w:]*)\s*(?:\{([^\n]*)\})?\s+(\S+)(?:\s+(-?\d+))?\s*$/;
const label = /\s*([A-Za-z_]\w*)\s*=\s*"((?:[^"\\]|\\.)*)"\s*(?:,|$)/y;

/**
 * Reads the Prometheus text format
 * (https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format).
 */
export function readPrometheus(text: string): PrometheusReading {
  const samples: PrometheusSample[] = [];
  const unreadable: number[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const [, name, labels, number, time] = line.length > 10_000 ? [] : (sample.exec(line) ?? []);
    const value = number === undefined ? undefined : numberOf(number);
    const read = labels === undefined ? {} : labelsOf(labels);
    if (name === undefined || value === undefined || read === undefined) {
      unreadable.push(index + 1);
      continue;
    }
    samples.push({
      name,
      labels: read,
      value,
      ...(time !== undefined && { at: Number(time) }),
      line: index + 1,
    });
  }
  return { samples, unreadable };
}

function numberOf(text: string): number | null | undefined {
  if (text === 'NaN') return null;
  if (/^[+-]?Inf$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

function labelsOf(text: string): Record<string, string> | undefined {
  const labels = new Map<string, string>();
  label.lastIndex = 0;
  let at = 0;
  while (text.slice(at).trim() !== '') {
    label.lastIndex = at;
    const [whole, name, value] = label.exec(text) ?? [];
    if (whole === undefined || name === undefined || value === undefined) return undefined;
    labels.set(
      name,
      value.replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character),
    );
    at += whole.length;
  }
  return Object.fromEntries(labels);
}
