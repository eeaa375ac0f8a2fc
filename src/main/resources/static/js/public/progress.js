// What became of a report, by its receipt number.

import { get } from '../core/api.js';
import { facts, h } from '../core/dom.js';
import { moment } from '../core/format.js';
import { say } from '../core/lang.js';
import { fill } from '../core/states.js';

/** Draws the form; returns a function that follows a receipt number. */
export function drawProgress(node, receipt) {
  const input = h('input', { type: 'text', value: receipt, autocomplete: 'off', spellcheck: false, id: 'receipt' });
  const place = h('div', { 'aria-live': 'polite' });
  const follow = (number) => {
    input.value = number;
    place.replaceChildren();
    return fill(place, say('这个回执号的进度', 'the progress of this number'), () => get(`/public/reports/${encodeURIComponent(number)}`), progress);
  };
  const form = h('form', { class: 'row' }, h('label', { class: 'field' }, h('span', {}, say('回执号', 'Receipt number')), input), h('button', {}, say('查询', 'Look up')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.value.trim() !== '') follow(input.value.trim());
  });
  node.append(h('h2', {}, say('查询进度', 'Follow a report')), form, place);
  if (receipt !== '') follow(receipt);
  return follow;
}

function progress(report) {
  return facts([
    [say('进度', 'Progress'), h('b', {}, report.words)],
    [say('收到时间', 'Received'), moment(report.receivedAt)],
  ]);
}
