// Radicals of U+2E80..2EFF whose glyph is also that of a unified ideograph, each with that ideograph after it.
const radicals =
  '⺂乛⺃乚⺅亻⺉刂⺋㔾⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺭礻⺯糹⺰纟⺱罓⺳㓁⺹耂⺺肀⺾艹⺿艹⻀艹⻂衤⻅见⻆角⻈讠⻉贝⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀';
const others =
  '\u00a0 \u00ad-\u2010-\u2011-\u2012\u2013\u2022·\u2027·\u30fb·\u2003\u3000\u301c～\u22ef…\u2329〈\u232a〉';

const folded: ReadonlyMap<string, string> = new Map(
  (`${radicals}${others}`.match(/../gu) ?? []).map(([from = '', to = '']) => [from, to]),
);
const compatibility = /[\u2f00-\u2fdf\u2e9f\u2ef3\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
const plain = /^[\x20-\x7e]*$/;
const invisible = /[\u200b-\u200f\u2060\ufeff]|\ufe0e|\ufe0f/gu;

/**
 * Text with one spelling for each glyph: compatibility ideographs and radicals become unified ideographs, look-alike hyphens
 * and dots one. A PDF maps each glyph back to one character only, so `⼀一` would otherwise be copied as `⼀⼀`.
 */
export function foldText(text: string): string {
  if (plain.test(text)) return text;
  const unified = text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(compatibility, (it) => it.normalize('NFKC'));
  return [...unified].map((character) => folded.get(character) ?? character).join('');
}
