// What became of a report, by its receipt number.

import { get } from '../core/api.js';
import { facts, h } from '../core/dom.js';
import { moment } from '../core/format.js';
import { say } from '../core/lang.js';
import { STATES, wordOf } from '../core/settings.js';
import { fill } from '../core/states.js';

const STEPS = { received: ['已收到', 'Received'], accepted: ['已受理', 'Accepted'], examined: ['核查中', 'Being examined'], ...STATES, new: ['已收到，待受理', 'Received, waiting'] };

/** Draws the form; returns a function that follows a receipt number. */
export function drawProgress(node, receipt) {
  const input = h('input', { type: 'text', value: receipt, autocomplete: 'off', spellcheck: false, id: 'receipt' });
  const place = h('div', { 'aria-live': 'polite' });
  const follow = (number) => {
    input.value = number;
    place.replaceChildren();
    return fill(place, say('这个受理号的进度', 'the progress of this number'), () => get(`/public/reports/${encodeURIComponent(number)}`), progress);
  };
  const form = h('form', { class: 'row' }, h('label', { class: 'field' }, h('span', {}, say('受理号', 'Receipt number')), input), h('button', {}, say('查询', 'Look up')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (input.value.trim() !== '') follow(input.value.trim());
  });
  node.append(h('h2', {}, say('查询进度', 'Follow a report')), form, place);
  if (receipt !== '') follow(receipt);
  return follow;
}

function progress(report) {
  const history = report.history ?? report.steps ?? [];
  return [
    facts([
      [say('进度', 'Progress'), h('b', {}, wordOf(STEPS, report.state ?? report.progress))],
      [say('收到时间', 'Received'), report.receivedAt ? moment(report.receivedAt) : null],
      [say('办理单位', 'Office'), typeof report.office === 'string' ? report.office : report.office?.name],
      [say('答复', 'Answer'), report.answer],
    ]),
    history.length > 0 ? h('ol', { class: 'progress' }, history.map((step) => h('li', {}, h('span', { class: 'num soft' }, moment(step.at)), ` ${wordOf(STEPS, step.state ?? step.to)}`, step.note ? h('p', { class: 'small' }, step.note) : null))) : null,
  ];
}
