// One alert beside the map: what the law says, what it rests on, what may be done next.

import { address, get, send } from '../core/api.js';
import { announce, facts, h } from '../core/dom.js';
import { coordinates, metres, moment } from '../core/format.js';
import { say } from '../core/lang.js';
import { may } from '../core/session.js';
import { GRADES, KINDS, STATES, STEPS, conductWord, departmentWord, itemWord, placeName, wordOf } from '../core/settings.js';
import { act, fill } from '../core/states.js';
import { take } from './alerts.js';
import { groundList } from './grounds.js';
import { signalsOf } from './signals.js';
import { look } from './view.js';
import { zoneName } from './zones.js';

const ACTIONS = {
  raised: ['发出预警', 'raised'],
  escalated: ['升级督办', 'escalated'],
  merged: ['并案', 'merged'],
  'took-in': ['并入其他预警', 'took another in'],
  split: ['拆分', 'split'],
  'gave-back': ['拆出其他预警', 'gave another back'],
  'subject-added': ['登记当事人', 'subject added'],
  'subject-removed': ['删除当事人', 'subject removed'],
  'support-lost': ['依据不再成立', 'no longer supported'],
  'support-regained': ['依据恢复', 'supported again'],
};
const DUE = { green: ['期限内', 'in time'], yellow: ['临近期限', 'due soon'], red: ['已超期', 'overdue'] };

/** Opens an alert in its panel, or closes the panel when there is none. */
export function openDetail(node, id, stations, session) {
  node.hidden = id === '';
  node.scrollTop = 0;
  if (id === '') return node.replaceChildren();
  node.replaceChildren();
  return fill(node, say('该预警', 'this alert'), () => get(`/alerts/${encodeURIComponent(id)}`), (alert) => panel(node, alert, stations, session));
}

function panel(node, alert, stations, session) {
  return [
    h(
      'header',
      { class: 'detail-head' },
      h('div', { class: 'chips' }, h('span', { class: `chip ${alert.grade}` }, wordOf(GRADES, alert.grade)), h('span', { class: 'chip' }, wordOf(KINDS, alert.kind)), h('span', { class: 'chip' }, wordOf(STATES, alert.state))),
      h('button', { type: 'button', class: 'plain close', 'aria-label': say('关闭', 'Close'), onclick: () => look({ alert: '' }) }, '✕'),
      h('h2', { tabIndex: -1 }, conductWord(alert.conduct)),
      h('p', { class: 'soft num' }, moment(alert.time)),
      alert.authorised ? h('p', { class: 'remark' }, say('有许可覆盖：仅记录，不作线索。', 'A permit covers it: recorded, no lead.')) : null,
      alert.mergedInto ? h('p', { class: 'remark' }, say('已并入 ', 'Merged into '), h('button', { type: 'button', class: 'link', onclick: () => look({ alert: alert.mergedInto }) }, alert.mergedInto)) : null,
      alert.supported ? null : h('p', { class: 'remark' }, say('更正后的记录不再支持这条预警。', 'Corrected records no longer support this alert.')),
    ),
    steps(node, alert, stations, session),
    about(alert, stations),
    law(alert),
    signalsOf(alert, stations),
    h('section', {}, h('h3', {}, say('依据', 'Grounds')), groundList(alert)),
    patrol(alert),
    past(alert),
    papers(alert),
  ];
}

function about(alert, stations) {
  return facts([
    [say('地点', 'Place'), placeName(alert.county)],
    [say('保护区域', 'Zones'), (alert.zones ?? []).map((zone) => `${zoneName(zone.id)} (${say('第', 'v')}${zone.version}${say('版', '')})${zone.season ? say('，保护重点时段', ', in season') : ''}`).join('\n')],
    [say('坐标', 'Position'), alert.position ? coordinates(alert.position.coordinates) : say('未知', 'unknown')],
    [say('站点', 'Station'), stations.find((each) => each.id === alert.subject)?.name ?? alert.subject],
    [say('主管部门', 'Department'), departmentWord(alert.department)],
    [say('办理单位', 'Office'), alert.office?.name],
    [say('办理期限', 'Due'), alert.deadline ? h('span', {}, `${moment(alert.deadline)} `, alert.light ? h('span', { class: `chip ${alert.light}` }, wordOf(DUE, alert.light)) : null) : null],
    [say('发现时间', 'Noticed'), moment(alert.raisedAt)],
    [say('持续至', 'Until'), alert.until ? moment(alert.until) : null],
    [say('可信度', 'Confidence'), typeof alert.confidence === 'number' ? `${Math.round(alert.confidence * 100)}%` : alert.confidence],
    [say('重复次数', 'Repeats'), (typeof alert.repeats === 'number' ? alert.repeats : alert.repeats?.length) || null],
    [say('规则', 'Rule'), `${alert.rule.id} (${say('第', 'v')}${alert.rule.version}${say('版', '')})`],
  ]);
}

function law(alert) {
  if (!alert.legal) return null;
  return h(
    'section',
    { class: 'law' },
    h('h3', {}, say('法律依据', 'Law')),
    h('p', { class: 'law-title' }, `《${alert.legal.regulation}》 ${alert.legal.item ? itemWord(alert.legal.item) : ''}`),
    alert.legal.consequence ? h('details', {}, h('summary', {}, say('法律责任', 'Consequence')), h('p', {}, alert.legal.consequence)) : null,
    h('p', { class: 'small soft' }, say('线索，不是结论：由主管部门核查认定。', 'A lead, no verdict: the department examines and decides.')),
  );
}

function steps(node, alert, stations, session) {
  if (alert.next.length === 0 || alert.mergedInto || !may(session, alert.kind === 'pollution' ? 'environment' : 'forestry')) return null;
  const note = h('textarea', { rows: 2, placeholder: say('写明原因或去向（留档）', 'Why, or where it goes (kept on file)') });
  const message = h('p', { class: 'message', role: 'status' });
  const move = async (to) => {
    const moved = await send('POST', `/alerts/${encodeURIComponent(alert.id)}/transitions`, { to, note: note.value.trim() || null });
    take(moved, true);
    announce(say(`已${wordOf(STEPS, to)}`, `Now ${wordOf(STATES, to).toLowerCase()}`));
    await openDetail(node, alert.id, stations, session);
    node.querySelector('h2')?.focus();
  };
  return h(
    'section',
    { class: 'steps' },
    h('label', { class: 'field' }, h('span', {}, say('办理意见', 'Note')), note),
    h(
      'div',
      { class: 'row' },
      alert.next.map((to) => {
        const button = h('button', { type: 'button', class: to === 'dismissed' ? 'quiet' : '', dataset: { to } }, wordOf(STEPS, to));
        button.addEventListener('click', () => act(button, message, () => move(to)));
        return button;
      }),
    ),
    message,
  );
}

function patrol(alert) {
  if (!alert.position) return null;
  const [lon, lat] = alert.position.coordinates;
  const node = h('div');
  fill(node, say('巡护点位', 'patrol points'), () => nearest(lon, lat), (answer) => {
    if (answer === null) return h('p', { class: 'small soft' }, say('附近没有巡护点。', 'No patrol point is near.'));
    const { point } = answer;
    return facts([
      [say('巡护点', 'Point'), point.id],
      [say('距离', 'Distance'), metres(answer.metres)],
      [say('网格', 'Cell'), answer.cell],
      [say('坐标', 'Position'), coordinates([point.position.lon, point.position.lat])],
    ]);
  });
  return h('section', {}, h('h3', {}, say('最近的巡护点', 'Nearest patrol point')), node);
}

/** Null where the service says that there is none. */
const nearest = (lon, lat) =>
  get('/patrol/nearest', { lon, lat }).catch((problem) => {
    if (problem.absent) return null;
    throw problem;
  });

function past(alert) {
  const entries = alert.history ?? [];
  if (entries.length === 0) return null;
  return h(
    'section',
    {},
    h('h3', {}, say('办理经过', 'History')),
    h(
      'ol',
      { class: 'history' },
      entries.map((entry) => h('li', {}, h('span', { class: 'num soft' }, moment(entry.at)), ` ${entry.by ?? entry.who ?? ''} `, h('b', {}, entry.action && entry.action !== 'moved' ? wordOf(ACTIONS, entry.action) : wordOf(STATES, entry.to)), entry.note ? h('p', {}, entry.note) : null)),
    ),
  );
}

function papers(alert) {
  return h(
    'section',
    { class: 'row' },
    h('a', { class: 'button quiet', href: address(`/alerts/${encodeURIComponent(alert.id)}/evidence`), download: '' }, say('下载证据包', 'Evidence package')),
    h('button', { type: 'button', class: 'quiet', onclick: copyAddress }, say('复制此视图链接', 'Copy a link to this view')),
  );
}

async function copyAddress() {
  try {
    await navigator.clipboard.writeText(location.href);
    announce(say('链接已复制', 'Copied'));
  } catch {
    announce(location.href);
  }
}
