// The records behind a figure: whatever list the service names, as a table; of a long one its first page.

import { get } from '../core/api.js';
import { h } from '../core/dom.js';
import { moment } from '../core/format.js';
import { say } from '../core/lang.js';
import { empty, fill } from '../core/states.js';
import { table } from '../core/table.js';

const HIDDEN = new Set(['receipt', 'grounds', 'legal', 'rule', 'next', 'geometry', 'iaqi', 'history', 'zones', 'position', 'sums', 'basis', 'raisedAt']);

/** Shows the list at `path` (an address of the service); null where there is none. */
export function openRecords(node, path) {
  if (!path) {
    node.replaceChildren(h('p', { class: 'soft' }, say('没有可以打开的记录。', 'There are no records to open.')));
    return;
  }
  const body = node.appendChild(h('div'));
  fill(body, say('这些记录', 'these records'), () => get(path), (answer) => {
    const items = Array.isArray(answer) ? answer : (answer.items ?? [answer]);
    return items.length === 0 ? empty(say('没有记录', 'No records')) : [h('p', { class: 'small soft' }, `${path}${answer.next ? say(`（前 ${items.length} 条）`, ` (the first ${items.length})`) : ''}`), plain(items)];
  });
}

/** A table of the parts that are single values. */
function plain(items) {
  const keys = [...new Set(items.flatMap((item) => Object.keys(item)))].filter((key) => !HIDDEN.has(key) && items.some((item) => item[key] !== null && typeof item[key] !== 'object'));
  return table({
    caption: say(`${items.length} 条记录`, `${items.length} records`),
    rows: items,
    columns: keys.slice(0, 9).map((key) => ({ title: key, num: typeof items[0][key] === 'number', value: (item) => item[key], show: (item) => words(item[key]) })),
  });
}

function words(value) {
  if (value === null || value === undefined || typeof value === 'object') return '—';
  if (typeof value === 'boolean') return value ? say('是', 'yes') : say('否', 'no');
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? moment(value) : String(value);
}
