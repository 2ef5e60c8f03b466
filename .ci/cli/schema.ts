import { writeFileSync } from 'node:fs';
import { configJsonSchema, configSchemaPath } from './config-json-schema.ts';

writeFileSync(configSchemaPath, configJsonSchema());
