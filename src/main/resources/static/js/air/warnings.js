// The ladder of suggested warnings, with what people decided and what was published.

import { get, send } from '../core/api.js';
import { announce, choice, h } from '../core/dom.js';
import { moment } from '../core/format.js';
import { say } from '../core/lang.js';
import { LEVELS, wordOf } from '../core/settings.js';
import { may } from '../core/session.js';
import { act, empty, fill } from '../core/states.js';

const CHANGES = { raise: ['建议启动', 'Suggest'], upgrade: ['建议升级', 'Suggest raising to'], downgrade: ['建议降级', 'Suggest lowering to'], release: ['建议解除', 'Suggest release'] };
const BASES = { 'own-forecast': ['本市研判', 'Own forecast'], 'province-instruction': ['省级指令', 'Province’s instruction'] };
const DECISIONS = { approved: ['同意', 'Approved'], rejected: ['不同意', 'Rejected'] };

export function drawWarnings(node, { session }) {
  const place = h('div', { class: 'episodes' });
  node.append(
    h('section', { class: 'card' }, h('h2', {}, say('重污染天气预警', 'Warnings of heavy pollution')), h('p', { class: 'small soft' }, say('平台只提建议；是否启动由人研判，预警由人民政府发布。', 'The platform only suggests; people decide, and the government publishes.')), place),
  );
  const draw = () => fill(place, say('预警建议', 'suggested warnings'), () => get('/warnings'), (episodes) => drawAll(episodes, session, draw));
  draw();
}

function drawAll(episodes, session, again) {
  if (episodes.length === 0) return empty(say('近一年没有达到预警条件的过程', 'No episode reached the ladder within a year'));
  return [...episodes].reverse().map((each) => episode(each, session, again));
}

function episode(each, session, again) {
  return h(
    'article',
    { class: 'episode' },
    h(
      'div',
      { class: 'card-head' },
      h('h3', {}, say(`${each.first} 起`, `From ${each.first}`)),
      h('div', { class: 'chips' }, h('span', { class: `chip ${each.highest}` }, `${say('最高', 'highest')} ${wordOf(LEVELS, each.highest)}`), h('span', { class: 'chip' }, each.current ? `${say('当前', 'now')} ${wordOf(LEVELS, each.current)}` : say('已结束', 'over'))),
    ),
    h('ol', { class: 'ladder' }, each.steps.map((step) => h('li', { class: step.level ?? 'none' }, h('span', { class: 'num soft' }, step.date), h('b', {}, say(...(CHANGES[step.change] ?? [step.change, step.change])), step.level ? ` ${wordOf(LEVELS, step.level)}` : ''), h('span', { class: 'small soft' }, step.basis === 'observed' ? say('依据实况', 'observed') : say('依据预报', 'forecast'))))),
    h('p', { class: 'small num' }, say('日 AQI：', 'Daily AQI: '), each.days.map((at) => `${at.date.slice(5)} ${at.aqi}${at.observed ? '' : say('（预报）', ' (forecast)')}`).join(say('，', ', '))),
    records(each.records),
    may(session, 'environment') ? approval(each, again) : null,
  );
}

function records({ decisions, published }) {
  const entries = [
    ...decisions.map((each) => [each.at, `${wordOf(DECISIONS, each.decision)}（${wordOf(BASES, each.basis)}）${each.note ?? ''}`, each.by]),
    ...published.map((each) => [each.recordedAt, `${say('已发布', 'Published')} ${wordOf(LEVELS, each.level)} ${each.document}`, each.by]),
  ].sort();
  if (entries.length === 0) return h('p', { class: 'small soft' }, say('还没有人作出研判。', 'Nobody has decided yet.'));
  return h('ol', { class: 'decisions' }, entries.map(([at, words, by]) => h('li', {}, h('span', { class: 'num soft' }, moment(at)), ` ${words} · ${by}`)));
}

function approval(each, again) {
  let basis = 'own-forecast';
  const note = h('input', { type: 'text', maxLength: 500 });
  const message = h('p', { class: 'message', role: 'status' });
  const button = (decision, look) => {
    const node = h('button', { type: 'button', class: look, dataset: { decision } }, decision === 'approved' ? say('同意建议', 'Approve') : say('不同意', 'Reject'));
    node.addEventListener('click', () => act(node, message, () => decide(decision)));
    return node;
  };
  const decide = async (decision) => {
    await send('POST', `/warnings/${encodeURIComponent(each.alertId)}/approval`, { decision, basis, note: note.value.trim() || null, ...signature() });
    announce(say('研判已记录', 'The decision is on file'));
    await again();
  };
  return h(
    'div',
    { class: 'approval' },
    h('div', { class: 'row' }, choice(say('研判依据', 'Basis'), Object.entries(BASES).map(([code, words]) => [code, say(...words)]), basis, (value) => (basis = value)), h('label', { class: 'field wide' }, h('span', {}, say('意见', 'Note')), note), button('approved', ''), button('rejected', 'quiet')),
    message,
  );
}

/** A service without accounts wants to be told who signs; one with accounts knows. */
export const signature = () => ({ by: 'operator', role: 'environment' });
