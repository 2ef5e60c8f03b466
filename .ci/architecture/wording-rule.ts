import type { Finding } from './findings.ts';
import { isTestFile } from './imports.ts';
import { type AstNode, identifierName, isNode, type ParsedModule, stringOf } from './syntax.ts';

/** Folders whose modules put words before a reader. */
const spoken = /^src\/(?:app|parts|ui|views)\//;
/** Catalogues, and the page that shows every component to people who carry on the work. */
const exempt = /\/(?:words|wording|testing)\/|^src\/ui\/gallery/;
/** Attributes and properties that a reader sees or hears. */
const audible =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label|heading|description|note|hint|summary|message|caption)$/;
/** Formatters of `lib/format` and `parts/quantity.ts`: without a locale they write English. */
const formatter =
  /^format(?:Bytes|Compact|Count|Date|Duration|ExactTime|List|Moment|Number|Percent|Quantity|RelativeTime|Scalar|Target|Tick|Value)$/;
const letters = /\p{L}{2}/u;
/** Several words in a row, not merely a list of names, as only sentences have them. */
const sentence = /^(?=.*[^,] )\p{L}[\p{L}’'-]*,?(?: [\p{L}\d][\p{L}\d’'-]*[,.:;]?){2,}$/u;
const phrase = /^[^<>"_=]*\p{L}{2} \p{L}{2}[^<>"_=]*$/u;
/** Names and beginnings of addresses, which are the same in every language. */
const universal = /^(?:Wavegate|Esc|https?:\/\/)$/;

/** Finds sentences that stand in a component instead of a catalogue. */
export function checkWording(file: string, module: ParsedModule): Finding[] {
  if (!spoken.test(file) || exempt.test(file) || isTestFile(file)) return [];
  const findings: Finding[] = [];
  const report = (node: AstNode, text: string): void => {
    findings.push({
      rule: 'wording',
      file,
      line: module.lineOf(node),
      target: text,
      message: `“${text}” is read by people: put it into the catalogue of its folder`,
    });
  };
  module.walk((node, parent) => {
    const text = wordsIn(node, parent);
    if (text !== undefined) report(node, text.trim());
    const english = englishOnly(node);
    if (english !== undefined) {
      findings.push({
        rule: 'wording',
        file,
        line: module.lineOf(node),
        target: english,
        message: `${english} is told no locale, so it writes English in every language`,
      });
    }
  });
  return findings;
}

function englishOnly(node: AstNode): string | undefined {
  if (node.type !== 'CallExpression' || !Array.isArray(node.arguments)) return undefined;
  const name = identifierName(node.callee);
  return name !== undefined && formatter.test(name) && !node.arguments.some(isLocale)
    ? name
    : undefined;
}

/** `locale`, `format.locale`, or an object with one of them. */
function isLocale(argument: unknown): boolean {
  if (!isNode(argument)) return false;
  if (identifierName(argument) === 'locale') return true;
  if (argument.type === 'MemberExpression') return identifierName(argument.property) === 'locale';
  return (
    argument.type === 'ObjectExpression' &&
    Array.isArray(argument.properties) &&
    argument.properties.some((entry) => isNode(entry) && nameOf(entry.key) === 'locale')
  );
}

function wordsIn(node: AstNode, parent: AstNode | undefined): string | undefined {
  switch (node.type) {
    case 'JSXText':
      return spokenText(node.value);
    case 'JSXAttribute':
      return audible.test(nameOf(node.name)) ? said(node.value) : undefined;
    case 'Property':
      return audible.test(nameOf(node.key)) ? said(node.value) : undefined;
    case 'JSXExpressionContainer':
      return parent?.type === 'JSXAttribute' ? undefined : said(node.expression);
    case 'Literal':
      // What an error says is for those who carry on the work; readers get a face of their own.
      return isNode(parent) && !/^(?:Import|Export|TS|JSXAttribute|NewExpression)/.test(parent.type)
        ? spokenText(node.value, sentence)
        : undefined;
    case 'TemplateLiteral':
      return parent?.type === 'NewExpression' || !Array.isArray(node.quasis)
        ? undefined
        : node.quasis
            .filter(isNode)
            .map((part) => spokenText(part.value, phrase))
            .find((text) => text !== undefined);
    default:
      return undefined;
  }
}

/** The words that an expression may come to, through conditions and joined strings. */
function said(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  switch (value.type) {
    case 'JSXExpressionContainer':
      return said(value.expression);
    case 'ConditionalExpression':
      return said(value.consequent) ?? said(value.alternate);
    case 'LogicalExpression':
      return said(value.left) ?? said(value.right);
    case 'TemplateLiteral':
      return Array.isArray(value.quasis)
        ? value.quasis
            .filter(isNode)
            .map((part) => spokenText(part.value))
            .find((text) => text !== undefined)
        : undefined;
    default:
      return spokenText(stringOf(value));
  }
}

function spokenText(value: unknown, pattern = letters): string | undefined {
  const text =
    typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : value;
  if (typeof text !== 'string' || universal.test(text.trim())) return undefined;
  return pattern.test(text.trim()) ? text : undefined;
}

function nameOf(name: unknown): string {
  if (!isNode(name)) return '';
  return typeof name.name === 'string' ? name.name : (stringOf(name) ?? '');
}
