// The alerts as a list: the same as on the map, for keyboard and screen reader too.

import { h } from '../core/dom.js';
import { clock } from '../core/format.js';
import { say } from '../core/lang.js';
import { GRADES, STATES, conductWord, placeName, wordOf } from '../core/settings.js';
import { empty } from '../core/states.js';
import { clearButton } from './filters.js';
import { look, shownSpan, view } from './view.js';

const PORTION = 60;

export const nothingFits = () => empty(say('没有符合条件的预警', 'No alert fits'), say('放宽筛选，或把时间轴移到另一天。', 'Widen the filters, or move the time line to another day.'));

/**
 * Draws the list, or `instead` where there is nothing in it: that it loads, failed, or nothing fits.
 * An alert that comes while somebody is in the list leaves the focus and what was unfolded.
 */
export function drawList(head, node, alerts, instead) {
  const [from, to] = shownSpan();
  head.replaceChildren(
    h('h2', {}, say(`${alerts.length} 条预警`, `${alerts.length} alert${alerts.length === 1 ? '' : 's'}`)),
    h('p', { class: 'small soft num' }, from === to ? from : `${from} – ${to}`),
    ...[clearButton()].filter(Boolean),
  );
  if (alerts.length === 0) {
    if (node.firstChild !== instead) node.replaceChildren(instead);
    return;
  }
  const unfolded = node.querySelectorAll('.entry').length;
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset.id : undefined;
  const list = h('ol', { class: 'alerts' });
  let drawn = 0;
  const more = h('button', { type: 'button', class: 'quiet wide', onclick: () => grow() }, say('显示更多', 'Show more'));
  const grow = () => {
    list.append(...alerts.slice(drawn, drawn + PORTION).map(entry));
    drawn += PORTION;
    more.hidden = drawn >= alerts.length;
  };
  do grow(); while (drawn < unfolded);
  node.replaceChildren(list, more);
  if (focused) entryOf(node, focused)?.focus({ preventScroll: true });
}

function entry(alert) {
  const place = [placeName(alert.county), (alert.zones ?? []).some((zone) => zone.season) ? say('保护重点时段', 'in season') : ''].filter(Boolean);
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: `entry ${alert.grade} ${alert.state}`, dataset: { id: alert.id }, 'aria-pressed': String(alert.id === view.alert), onclick: () => look({ alert: alert.id }) },
      h('span', { class: 'entry-title' }, conductWord(alert.conduct)),
      h('span', { class: `chip ${alert.grade}` }, wordOf(GRADES, alert.grade)),
      h('span', { class: 'entry-place' }, place.join(' · ')),
      h('span', { class: 'entry-time num' }, `${alert.date.slice(5)} ${clock(alert.time)}`),
      h('span', { class: 'entry-state' }, alert.supported ? wordOf(STATES, alert.state) : say('依据已撤', 'Unsupported')),
    ),
  );
}

export const entryOf = (node, id) => [...node.querySelectorAll('.entry')].find((button) => button.dataset.id === id);

/** Marks the open alert without drawing the list anew. */
export function markOpen(node) {
  for (const button of node.querySelectorAll('.entry')) button.setAttribute('aria-pressed', String(button.dataset.id === view.alert));
}
