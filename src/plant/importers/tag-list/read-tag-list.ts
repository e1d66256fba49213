import { declared } from '../../schema/declared.ts';
import type { ImportedTag } from '../imported-tag.ts';
import { tableOf } from '../sheet/header.ts';
import { placeOfRow, type Sheet } from '../sheet/sheet.ts';

/** How vendors and design institutes head their columns. */
const words = {
  tag: [
    'tag',
    'tag name',
    'tagname',
    'tag no',
    'tag number',
    'point name',
    'name',
    'variable',
    '位号',
    '仪表位号',
    '点名',
    '点位号',
    '变量名',
    '标签名',
    '名称',
  ],
  address: [
    'address',
    'logical address',
    'node id',
    'nodeid',
    'item',
    'item id',
    'register',
    '地址',
    '通讯地址',
    '寄存器地址',
    '寄存器',
    '节点',
    '变量地址',
  ],
  type: [
    'type',
    'data type',
    'datatype',
    'signal type',
    'i/o type',
    'io type',
    '类型',
    '数据类型',
    '变量类型',
    '信号类型',
    'I/O类型',
    '点类型',
  ],
  unit: ['unit', 'units', 'eu', 'eng units', 'eng. units', 'engineering unit', '单位', '工程单位', '量纲'],
  low: ['low', 'range low', 'lrv', 'eu low', 'eulo', 'min', 'inlo', '量程下限', '下限', '量程低限', '量程低'],
  high: ['high', 'range high', 'urv', 'eu high', 'euhi', 'max', 'inhi', '量程上限', '上限', '量程高限', '量程高'],
  range: ['range', 'measuring range', '量程', '测量范围', '量程范围'],
  description: ['description', 'desc', 'comment', 'service', '描述', '说明', '注释', '用途', '点描述', '中文描述'],
  value: ['value', 'initial value', 'start value', '初始值', '起始值', '值'],
  controller: ['controller', 'system', 'station', 'plc', '控制器', '系统', '控制站', '所属系统'],
  role: ['role', '角色'],
  oneMeans: ['one means', '1 means', '1含义', '1的含义', '1态'],
  ll: ['ll', 'lolo', 'low low', '低低', '低低限', '低低报', '低低联锁', '低低联锁值'],
  l: ['l', 'lo', 'alarm low', '低', '低限', '低报', '低报警', '低报值'],
  h: ['h', 'hi', 'alarm high', '高', '高限', '高报', '高报警', '高报值'],
  hh: ['hh', 'hihi', 'high high', '高高', '高高限', '高高报', '高高联锁', '高高联锁值'],
} as const;

/** IEC names whose width is the same everywhere; INT, WORD and the like differ between vendors and are asked. */
const certain: Readonly<Record<string, string>> = {
  bool: 'bool',
  boolean: 'bool',
  real: 'float32',
  float: 'float32',
  lreal: 'float64',
  double: 'float64',
};

/** Reads a tag list of any vendor by its header; undefined where no row heads a column of tags and one more. */
export function readTagList(sheet: Sheet): readonly ImportedTag[] | undefined {
  const table = tableOf(sheet, words, ['tag', 'description']) ?? tableOf(sheet, words, ['tag', 'address']);
  return table?.rows.map(({ row, cells }) => {
    const type = cells.get('type');
    const { low, high, unit } = spanOf(cells.get('range') ?? '');
    return declared({
      place: placeOfRow(sheet, row),
      tag: cells.get('tag'),
      address: cells.get('address'),
      writtenType: type,
      type: certain[type?.toLowerCase() ?? ''],
      unit: cells.get('unit') ?? unit,
      low: cells.get('low') ?? low,
      high: cells.get('high') ?? high,
      description: cells.get('description'),
      controller: cells.get('controller'),
      initial: cells.get('value'),
      role: cells.get('role'),
      oneMeans: cells.get('oneMeans'),
      limits: declared({ ll: cells.get('ll'), l: cells.get('l'), h: cells.get('h'), hh: cells.get('hh') }),
    });
  });
}

/** `0~200 ℃`, `-50...150`, `(0-1.6)MPa`. */
function spanOf(written: string): { readonly low?: string; readonly high?: string; readonly unit?: string } {
  const form =
    /^[(（]?\s*([+-]?\d+(?:\.\d+)?)\s*(?:~|～|\.{2,3}|…|至|to|-|–)\s*([+-]?\d+(?:\.\d+)?)\s*[)）]?\s*(.*)$/iu;
  const [, low, high, unit] = form.exec(written) ?? [];
  return declared({ low, high, unit: unit === '' ? undefined : unit });
}
