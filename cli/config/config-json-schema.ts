import { z } from 'zod';
import { configSchema } from './config-schema.ts';

/** The JSON Schema of `wavegate.yaml`, from which editors complete it. */
export function configJsonSchema(): string {
  const schema = z.toJSONSchema(configSchema, { target: 'draft-2020-12', io: 'input' });
  const named = { ...schema, $id: 'config-1.0.schema.json', title: 'wavegate.yaml 1' };
  return `${JSON.stringify(named, null, 2)}\n`;
}
