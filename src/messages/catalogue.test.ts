import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { checks } from '../rules/index.ts';
import { catalogue, type MessageKey } from './index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const placeholders = (message: string) => [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

const ideograph = /\p{Script=Han}/u;

describe('the message catalogue', () => {
  it('has the same keys in both languages', () => {
    expect(Object.keys(catalogue.en).sort()).toEqual(Object.keys(catalogue.zh).sort());
  });

  it('uses the same placeholders in both languages', () => {
    for (const [key, zh] of Object.entries(catalogue.zh)) {
      expect([...new Set(placeholders(catalogue.en[key as MessageKey]))], key).toEqual([...new Set(placeholders(zh))]);
    }
  });

  it('says each sentence in its own language', () => {
    for (const [key, zh] of Object.entries(catalogue.zh)) {
      expect(catalogue.en[key as MessageKey], key).not.toMatch(ideograph);
      if (!ideograph.test(zh))
        expect(zh.replaceAll(/\{\w+\}|SHA-256|Node\.js|UTF-8/g, ''), key).not.toMatch(/[a-z]{2}/i);
    }
  });

  it('has a sentence for every check and none for a check that is gone', () => {
    const said = Object.keys(catalogue.zh).filter((key) => key.startsWith('check.'));
    expect(said.sort()).toEqual([...checks.keys()].map((name) => `check.${name}`).sort());
  });

  it('holds no message that nobody says', { timeout: 300_000 }, () => {
    const used = saidKeys();
    // Looked up by the names of checks, which the test above holds in step.
    const unused = Object.keys(catalogue.zh).filter((key) => !used.has(key) && !key.startsWith('check.'));
    expect(unused).toEqual([]);
  });
});

/**
 * Every key that the product can say: as a literal, or as a template, whose possible values the type checker knows
 * because everything that takes a key takes a MessageKey.
 */
function saidKeys(): ReadonlySet<string> {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.build.json'), {}, host);
  if (config === undefined) throw new Error('tsconfig.build.json is not readable');
  const program = ts.createProgram(config.fileNames, config.options);
  const checker = program.getTypeChecker();
  const keys: ReadonlySet<string> = new Set(Object.keys(catalogue.zh));
  const said = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node)) said.add(node.text);
    else if (ts.isTemplateExpression(node) && /^[\w-]+\./.test(node.head.text)) {
      const type = checker.getTypeAtLocation(node);
      for (const one of type.isUnion() ? type.types : [type]) if (one.isStringLiteral()) said.add(one.value);
    }
    ts.forEachChild(node, visit);
  };
  const files = program.getSourceFiles().filter((file) => !file.isDeclarationFile);
  for (const file of files) if (!/src\/messages\/(zh|en)\//.test(file.fileName)) visit(file);
  return new Set([...said].filter((key) => keys.has(key)));
}
