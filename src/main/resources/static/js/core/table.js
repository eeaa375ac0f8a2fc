// Tables that sort by any column.

import { h } from './dom.js';
import { say } from './lang.js';

/**
 * A table. columns: [{title, value: row => number|text|null, show: row => node|text, num}];
 * `sorted` is the column to begin with, -1 for the order of the rows.
 */
export function table({ caption, columns, rows, sorted = -1, descending = false, onrow }) {
  const body = h('tbody');
  const state = { column: sorted, descending };
  const heads = columns.map((column, at) => head(column, at, () => turn(at)));
  const draw = () => {
    body.replaceChildren(...order(rows, columns[state.column], state.descending).map((row) => line(columns, row, onrow)));
    heads.forEach((node, at) => node.setAttribute('aria-sort', at !== state.column ? 'none' : state.descending ? 'descending' : 'ascending'));
  };
  const turn = (at) => {
    state.descending = state.column === at ? !state.descending : Boolean(columns[at].num);
    state.column = at;
    draw();
  };
  draw();
  return h(
    'div',
    { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption },
    h('table', {}, h('caption', {}, caption), h('thead', {}, h('tr', {}, heads)), body),
  );
}

function head(column, at, turn) {
  const inside = column.value
    ? h('button', { type: 'button', class: 'sort', title: say('按此列排序', 'Sort by this column'), onclick: turn }, column.title)
    : column.title;
  return h('th', { scope: 'col', class: column.num ? 'num' : '' }, inside);
}

function line(columns, row, onrow) {
  const cells = columns.map((column, at) => {
    const content = column.show ? column.show(row) : column.value(row);
    return h(at === 0 ? 'th' : 'td', { class: column.num ? 'num' : '', scope: at === 0 ? 'row' : null }, content ?? '—');
  });
  return h('tr', { onclick: onrow ? () => onrow(row) : null }, cells);
}

/** Rows by the value of a column; those without one last, whichever way. */
function order(rows, column, descending) {
  if (!column?.value) return rows;
  const known = rows.filter((row) => column.value(row) !== null && column.value(row) !== undefined);
  const unknown = rows.filter((row) => !known.includes(row));
  const sign = descending ? -1 : 1;
  known.sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'zh'));
  });
  return [...known, ...unknown];
}
