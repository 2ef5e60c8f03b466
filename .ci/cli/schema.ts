import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../../cli/config/config-json-schema.ts';

writeFileSync('public/schema/config-1.0.schema.json', configJsonSchema());
