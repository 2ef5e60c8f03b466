import { keyNames } from '../state/trusted-keys.ts';
import { type RawSearch, textField } from './search-fields.ts';

/** Names of the viewer's keys that verdicts are judged with. */
export function keysField(search: RawSearch, name: string): string | undefined {
  const value = textField(search, name);
  return keyNames(value).length > 0 ? value : undefined;
}
