import { parseDocument } from 'yaml';
import type { Question } from './settle-tags.ts';

const opening = `# Answers for \`tripline import\`; a key without a value is an open question. Roles go by pattern, \`skip\` sets tags aside.
# tripline import 的对照表：没有值的键是待回答的问题；roles 按位号样式回答，写 skip 表示不导入。
tripline_mapping: 1
`;

/** Adds the questions to a mapping file as keys without a value; what stands there stays, with its comments. */
export function addQuestions(source: string, questions: readonly Question[]): string {
  const document = parseDocument(source.trim() === '' ? opening : source, { stringKeys: true });
  const unasked = questions.filter(({ path }) => !document.hasIn(path));
  if (unasked.length === 0) return source;
  for (const { path } of unasked) {
    for (let depth = 1; depth < path.length; depth += 1) {
      const owner = path.slice(0, depth);
      if (!document.hasIn(owner) || document.getIn(owner) === null || document.getIn(owner) === '')
        document.setIn(owner, document.createNode({}));
    }
    document.setIn(path, document.createNode(null));
  }
  return document.toString({ lineWidth: 0, nullStr: '' });
}
