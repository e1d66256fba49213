import { describe, expect, it } from 'vitest';
import { colourOf } from './colour.ts';
import { languageOf } from './language.ts';

describe('languageOf', () => {
  it.each([
    ['zh', [], {}, undefined],
    ['en', [], { LANG: 'en_US.UTF-8' }, undefined],
    ['zh', [], { LANG: 'zh_CN.UTF-8' }, undefined],
    ['zh', [], { LANG: 'C.UTF-8' }, undefined],
    ['zh', [], { LANG: 'de_DE.UTF-8' }, undefined],
    ['en', [], { LC_ALL: '', LC_MESSAGES: '', LANG: 'en_GB' }, undefined],
    ['zh', [], { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_GB' }, undefined],
    ['en', [], { TRIPLINE_LANG: 'en', LC_ALL: 'zh_CN.UTF-8' }, undefined],
    ['en', ['audit', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, undefined],
    ['zh', ['--lang=zh', 'audit'], { LANG: 'en_US.UTF-8' }, undefined],
    // Windows sets none of the variables.
    ['en', [], {}, 'en-US'],
    ['zh', [], {}, 'zh-CN'],
    ['zh', [], { LANG: 'zh_CN' }, 'en-US'],
  ] as const)('says %s to %j with %j on a system of %s', (language, argv, env, system) => {
    expect(languageOf(argv, env, system)).toBe(language);
  });
});

describe('colourOf', () => {
  it.each([
    [true, { isTTY: true }, {}],
    [true, { isTTY: true }, { NO_COLOR: '' }],
    [false, { isTTY: true }, { NO_COLOR: '1' }],
    [false, { isTTY: true }, { TERM: 'dumb' }],
    [false, {}, {}],
    [false, { isTTY: false }, { COLORTERM: 'truecolor' }],
  ] as const)('says %s to %j with %j', (colour, stream, env) => {
    expect(colourOf(stream, env)).toBe(colour);
  });
});
