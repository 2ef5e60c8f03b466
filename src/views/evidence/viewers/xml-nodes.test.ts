import { expect, it } from 'vitest';
import { addressOf, nodeAtLine, nodeOfCase } from './json-nodes.ts';
import { findNodes } from './json-rows.ts';
import { readXml } from './xml-nodes.ts';

const text = `<?xml version="1.0"?>
<suites>
  <suite name="one" p:x="1">
    <case name="a &lt; b"/>
    <case name="c"><failure message="no">first
second</failure><out><![CDATA[<b>]]></out></case>
  </suite>
</suites>
`;

function tree(source = text) {
  const reading = readXml(source);
  if (!reading.ok) throw new Error(reading.warning?.code);
  return reading.tree;
}

it('has an address for every element, attribute and text', () => {
  const found = tree();
  expect(found.nodes.map((node, at) => [addressOf(found, at), node.value])).toEqual([
    ['/suites', undefined],
    ['/suites/suite', undefined],
    ['/suites/suite/@name', 'one'],
    ['/suites/suite/@p:x', '1'],
    ['/suites/suite/case[1]', undefined],
    ['/suites/suite/case[1]/@name', 'a < b'],
    ['/suites/suite/case[2]', undefined],
    ['/suites/suite/case[2]/@name', 'c'],
    ['/suites/suite/case[2]/failure', undefined],
    ['/suites/suite/case[2]/failure/@message', 'no'],
    ['/suites/suite/case[2]/failure/text()', 'first\nsecond'],
    ['/suites/suite/case[2]/out', undefined],
    ['/suites/suite/case[2]/out/text()', '<b>'],
  ]);
  expect(found.nodes[0]).toMatchObject({ children: 1, after: 13, end: text.length - 1 });
});

it('finds by line, by case and by text', () => {
  const found = tree();
  expect(nodeAtLine(found, 4)).toBe(4);
  expect(nodeAtLine(found, 5)).toBe(6);
  expect(nodeAtLine(found, 7)).toBe(1);
  expect(addressOf(found, nodeAtLine(found, 6) ?? -1)).toMatch(/case\[2\]\/(failure|out)/);
  expect(nodeOfCase(found, 'a < b')).toBe(4);
  expect(findNodes(found, 'SECOND', 9)).toEqual([10]);
  expect(findNodes(found, 'failure', 9)).toEqual([8]);
});

it.each([
  ['<a><b></a>', 'syntax'],
  ['<a><b>', 'not-closed'],
  ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'document-type-refused'],
  ['<a __proto__="1"/>', 'refused-key'],
  ['no xml', 'not-this-format'],
  ['<a>'.repeat(300), 'too-deep'],
])('makes no tree of %s', (source, code) => {
  expect(readXml(source)).toMatchObject({ ok: false, warning: { code } });
});

it('follows no entity of a definition elsewhere, and keeps names of any kind', () => {
  const found = tree(
    '<!DOCTYPE a SYSTEM "http://elsewhere.invalid/a.dtd"><a constructor="1">&x;</a>',
  );
  expect(found.nodes.map(({ name, value }) => [name, value])).toEqual([
    ['a', undefined],
    ['@constructor', '1'],
    ['text()', '&x;'],
  ]);
});
