import { type Language, say } from '../../../messages/index.ts';
import type { Plant } from '../../../plant/index.ts';
import { type ChecklistItem, checklistKinds } from '../../checklist/index.ts';
import { voiceOf } from '../../words/index.ts';
import { htmlText } from './html-text.ts';
import { heading, paragraph } from './parts.ts';
import { style } from './style.ts';

/** The checklist as one page for a telephone or a clipboard: a box to tick, and lines to write on. No script, nothing outside. */
export function checklistHtml(
  plant: Plant,
  items: readonly ChecklistItem[],
  today: string,
  language: Language,
): string {
  const voice = voiceOf(language);
  const fields = (['result', 'person', 'date', 'photograph'] as const).map(
    (name) => `<span class="line">${htmlText(voice.say(`guide.field-${name}`))}</span>`,
  );
  const cards = checklistKinds.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    return own.length === 0
      ? []
      : [
          heading(2, `${voice.say(`guide.kind-${kind}`)} (${own.length})`),
          ...own.map(
            ({ id, unit, says }) => `<article class="todo">
<label><input type="checkbox"> <b>${htmlText(unit ?? plant.enterprise.name)}</b> ${htmlText(say(says, language))}</label>
<p class="quiet">${htmlText(id)}</p>
<p class="lines">${fields.join(' ')}</p>
</article>`,
          ),
        ];
  });
  const title = voice.say('guide.title', { enterprise: plant.enterprise.name });
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${htmlText(title)}</title>
<style>${style}
.todo input{width:1.3rem;height:1.3rem;vertical-align:middle}.line{display:inline-block;min-width:10rem;border-bottom:1px solid var(--rule);padding-right:3rem;margin:.4rem .6rem 0 0;color:var(--quiet)}
</style>
</head>
<body>
<h1>${htmlText(title)}</h1>
${paragraph(voice.say('guide.intro', { today, count: items.length }), 'quiet')}
${cards.join('\n')}
</body>
</html>
`;
}
