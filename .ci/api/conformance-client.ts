import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { eventParser, type StreamEvent } from '../../src/api/event-stream.ts';
import { readContract } from './contract.ts';

export interface ConformanceOptions {
  /** Root of the interface, with a final slash. */
  readonly root: string;
  readonly token?: string;
  readonly fetch?: typeof fetch;
}

interface Revision {
  readonly project: string;
  readonly id: string;
  readonly path: string;
}

/** Asks a server, and compares what it says with the schemas of the contract. */
export class Client {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly options: ConformanceOptions;

  constructor(contract: string, options: ConformanceOptions) {
    this.options = options;
    formats.default(this.ajv);
    this.ajv.addSchema({ $id: 'contract', ...asObject(readContract(contract)) });
  }

  ask(
    path: string,
    init: {
      method?: string;
      headers?: Record<string, string>;
      isBare?: boolean;
      signal?: AbortSignal;
    },
  ): Promise<Response> {
    const { token, root } = this.options;
    const own: Record<string, string> =
      token === undefined || init.isBare === true ? {} : { authorization: `Bearer ${token}` };
    return (this.options.fetch ?? fetch)(`${root}${path}`, {
      method: init.method ?? 'GET',
      headers: { ...own, ...init.headers },
      redirect: 'manual',
      ...(init.signal === undefined ? {} : { signal: init.signal }),
    });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.ask(path, { headers });
  }

  async json(path: string): Promise<{ readonly response: Response; readonly json: unknown }> {
    const response = await this.get(path);
    return { response, json: await response.json() };
  }

  valid(name: string, value: unknown): void {
    const validate = this.ajv.getSchema(`contract#/components/schemas/${name}`);
    if (validate === undefined) throw new Error(`The contract has no schema ${name}.`);
    expect(validate(value) === true, `${name}: ${this.ajv.errorsText(validate.errors)}`);
  }

  async problem(response: Response): Promise<void> {
    const type = response.headers.get('content-type') ?? '';
    expect(type.startsWith('application/problem+json'), `an error as ${type}`);
    const json: unknown = await response.json();
    this.valid('Problem', json);
    expect(numberOf(json, 'status') === response.status, 'the document has another status');
  }

  async revisions(): Promise<readonly Revision[]> {
    const { json } = await this.json('index.json');
    const found = listOf(json, 'projects').flatMap((project) =>
      listOf(project, 'revisions').map((revision) => ({
        project: encodeURIComponent(textOf(project, 'id')),
        id: textOf(revision, 'id'),
        path: textOf(revision, 'path'),
      })),
    );
    expect(found.length > 0, 'The server must serve a project with a revision to be checked.');
    return found;
  }

  async pathsToConfirm(): Promise<readonly string[]> {
    const [first] = await this.revisions();
    return [
      'index.json',
      `projects/${first?.project}/revisions.json`,
      `${first?.path}bundle.json`,
      `${first?.path}plan.json`,
    ];
  }

  async digest(): Promise<string | undefined> {
    for (const { path } of await this.revisions()) {
      const { json } = await this.json(`${path}bundle.json`);
      for (const entry of listOf(json, 'evidence')) {
        const digest = optional(memberOf(entry, 'digest'), 'sha256');
        const file = optional(entry, 'path');
        if (digest === undefined || file === undefined) continue;
        const there = await this.ask(`blobs/sha256/${digest}`, { method: 'HEAD' });
        if (there.status === 200) return digest;
      }
    }
    return undefined;
  }

  async metric(): Promise<{ readonly path: string; readonly id: string } | undefined> {
    for (const { path } of await this.revisions()) {
      const { json } = await this.json(`${path}bundle.json`);
      for (const metric of listOf(json, 'metrics')) {
        const id = textOf(metric, 'id');
        const points = await this.json(`${path}points.json?metric=${encodeURIComponent(id)}`);
        if (listOf(points.json, 'v').some((value) => typeof value === 'number'))
          return { path, id };
      }
    }
    return undefined;
  }

  async firstEvents(
    headers: Record<string, string>,
    count: number,
  ): Promise<readonly StreamEvent[]> {
    const controller = new AbortController();
    const patience = setTimeout(() => controller.abort(), 5000);
    try {
      const response = await this.ask('events', { headers, signal: controller.signal });
      const type = response.headers.get('content-type') ?? '';
      expect(response.status === 200, `status ${response.status}`);
      expect(type.startsWith('text/event-stream'), `events as ${type}`);
      const parser = eventParser();
      const events: StreamEvent[] = [];
      const reader = response.body?.getReader();
      while (reader !== undefined && events.length < count) {
        const part = await reader.read();
        if (part.done) break;
        events.push(...parser.push(part.value));
      }
      return events;
    } finally {
      clearTimeout(patience);
      controller.abort();
    }
  }
}

export function expect(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

export function optional(value: unknown, name: string): string | undefined {
  const member = memberOf(value, name);
  return typeof member === 'string' ? member : undefined;
}

export function textOf(value: unknown, name: string): string {
  return optional(value, name) ?? '';
}

export function numberOf(value: unknown, name: string): number {
  const member = memberOf(value, name);
  return typeof member === 'number' ? member : Number.NaN;
}

export function listOf(value: unknown, name: string): readonly unknown[] {
  const member = memberOf(value, name);
  return Array.isArray(member) ? member : [];
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
