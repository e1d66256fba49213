export const declared = {
  'declared.topic-form': '应为小写字母、数字和连字符组成的词，如 gas-holder，写的是“{written}”',
  'declared.unknown-owner': '没有申报装置、重大危险源或控制器 {id}{hint}',
  'declared.inside-of-unit': '{what} 说的是装置，须用 of 写明是哪个装置',
  'declared.twice': '“{what}”已在第 {number} 条声明过',
  'declared.unknown-parameter': '“{written}”不是本装置工艺的重点监控参数，只有：{known}{hint}',
} as const;
