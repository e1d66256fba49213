import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { declared } from '../../schema/declared.ts';
import type { ImportedBlock } from '../imported-block.ts';
import type { ImportedTag } from '../imported-tag.ts';
import { type Element, elementOf, listOf } from './element.ts';
import { linesOfBody } from './lines-of-body.ts';

/** IEC 61131-3, table 10: the widths of the elementary types. */
const types: Readonly<Record<string, string>> = {
  BOOL: 'bool',
  SINT: 'int8',
  USINT: 'uint8',
  BYTE: 'uint8',
  INT: 'int16',
  UINT: 'uint16',
  WORD: 'uint16',
  DINT: 'int32',
  UDINT: 'uint32',
  DWORD: 'uint32',
  LINT: 'int64',
  ULINT: 'uint64',
  LWORD: 'uint64',
  REAL: 'float32',
  LREAL: 'float64',
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  removeNSPrefix: true,
  processEntities: { enabled: true, maxTotalExpansions: 10_000 },
});

/** Reads the declared variables of a PLCopen project (TC6 XML) with address, type, initial value and text, and its blocks; undefined where it is none. */
export function readPlcopen(
  source: string,
): { readonly tags: readonly ImportedTag[]; readonly blocks: readonly ImportedBlock[] } | undefined {
  if (XMLValidator.validate(source) !== true) return undefined;
  const tags: ImportedTag[] = [];
  const blocks: ImportedBlock[] = [];
  const lines = linesOfVariables(source);
  let [isProject, seen] = [false, 0];
  const walk = (nodes: readonly unknown[], path: readonly string[]) => {
    for (const node of nodes) {
      const { name, attributes, children } = elementOf(node);
      if (name === 'project') isProject = true;
      if (name === 'variable') {
        const line = lines[seen];
        seen += 1;
        // Connections of a diagram are called variables, too; those have no name.
        if (/Vars$/.test(path.at(-1) ?? '') && attributes['name'] !== undefined)
          tags.push(tagOf(`L${line ?? ''}`, attributes, children, path));
      }
      if (name === 'pou') blocks.push(blockOf(attributes, children));
      // How often a program runs and what a type of its own is made of decide what it does, too.
      if (name === 'task' || name === 'dataType')
        blocks.push({
          name: `${name} ${attributes['name'] ?? ''}`,
          kind: name,
          lines: linesOfBody({ name, attributes, children }),
        });
      const scope = name === 'pou' || name === 'resource' ? `${name}:${attributes['name'] ?? ''}` : name;
      walk(children, [...path, scope]);
    }
  };
  walk(listOf(parser.parse(source)), []);
  return isProject ? { tags, blocks } : undefined;
}

/** A block by its name: where a diagram stands on the sheet is no part of what it does. */
function blockOf(attributes: Element['attributes'], children: Element['children']): ImportedBlock {
  const bodies = children.map(elementOf).filter((each) => ['body', 'actions', 'transitions'].includes(each.name));
  return {
    name: attributes['name'] ?? '',
    kind: attributes['pouType'] ?? '',
    lines: bodies.flatMap((body) => linesOfBody(body)),
  };
}

/** A variable of a program is told apart from its namesake elsewhere by the name of the program. */
function tagOf(
  place: string,
  { name = '', address }: Readonly<Record<string, string>>,
  children: readonly unknown[],
  path: readonly string[],
): ImportedTag {
  const elements = children.map(elementOf);
  const below = (of: string) => elements.find((each) => each.name === of)?.children ?? [];
  const type = below('type').map(elementOf)[0];
  const writtenType = type?.name === 'derived' ? type.attributes['name'] : type?.name;
  const program = path.find((step) => step.startsWith('pou:'))?.slice(4);
  return declared({
    place,
    tag: program === undefined ? name : `${program}.${name}`,
    address,
    writtenType,
    type: type?.name === 'derived' ? undefined : types[writtenType?.toUpperCase() ?? ''],
    initial: below('initialValue').map(elementOf)[0]?.attributes['value'],
    description: textIn(below('documentation')) || undefined,
  });
}

function textIn(nodes: readonly unknown[]): string {
  const parts = nodes.map((node) => {
    if (typeof node === 'object' && node !== null && '#text' in node) return String(node['#text']).trim();
    return textIn(elementOf(node).children);
  });
  return parts.filter((part) => part !== '').join(' ');
}

/** The line of each start tag `variable`, in order; what stands in comments is blanked first. */
function linesOfVariables(source: string): readonly number[] {
  const bare = source.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, (hidden) => hidden.replace(/[^\n]/g, ' '));
  return bare
    .split('\n')
    .flatMap((line, index) => Array.from(line.matchAll(/<(?:\w+:)?variable(?=[\s>/]|$)/g), () => index + 1));
}
