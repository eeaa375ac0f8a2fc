// The ledger of problems with the funnel of each campaign.

import { keep } from '../core/address.js';
import { get, send } from '../core/api.js';
import { announce, choice, facts, h } from '../core/dom.js';
import { moment, number } from '../core/format.js';
import { say } from '../core/lang.js';
import { LIGHTS, wordOf } from '../core/settings.js';
import { act, empty, fill } from '../core/states.js';
import { table } from '../core/table.js';
import { lightMark } from './targets.js';

const STATES = { found: ['已发现', 'Found'], rectifying: ['整改中', 'Being rectified'], rectified: ['已整改', 'Rectified'], rechecked: ['已回头看', 'Re-checked'], closed: ['已销号', 'Closed'] };
const DUE = { '': ['全部', 'All'], week: ['本周到期', 'Due this week'], overdue: ['已逾期', 'Overdue'] };
const STEPS = [['found', ['发现', 'Found']], ['rectified', ['整改', 'Rectified']], ['rechecked', ['回头看', 'Re-checked']], ['closed', ['销号', 'Closed']]];

export function drawLedger(node, { settings, asked }) {
  const wanted = { campaign: asked.get('campaign') ?? '', county: asked.get('county') ?? '', due: asked.get('due') ?? '', state: asked.get('state') ?? '' };
  const funnels = h('section', { class: 'card' });
  const place = h('section', { class: 'card' });
  const opened = h('section', { class: 'card', hidden: true });
  const list = () => fill(place, say('问题台账', 'the ledger'), () => get('/inspection/problems', { ...wanted, limit: 500 }), (page) => ledger(page, opened, list));
  const change = (patch) => {
    Object.assign(wanted, patch);
    keep(wanted);
    list();
  };
  node.append(
    funnels,
    h(
      'div',
      { class: 'row' },
      choice(say('县市区', 'County'), [['', say('全市', 'Whole city')], ...settings.counties.map((each) => [each.adcode, each.name])], wanted.county, (county) => change({ county })),
      choice(say('期限', 'Due'), Object.entries(DUE).map(([code, words]) => [code, say(...words)]), wanted.due, (due) => change({ due })),
      choice(say('状态', 'State'), [['', say('全部', 'All')], ...Object.entries(STATES).map(([code, words]) => [code, say(...words)])], wanted.state, (state) => change({ state })),
    ),
    place,
    opened,
  );
  fill(funnels, say('专项行动', 'campaigns'), () => get('/inspection/campaigns'), ({ items, together }) => {
    const all = items.length === 0 ? [] : [['', say('全部专项', 'All campaigns'), together], ...items.map((each) => [each.id, each.title, each.funnel])];
    return [
      h('h2', {}, say('专项行动漏斗', 'Funnels of the campaigns')),
      all.length === 0 ? empty(say('还没有专项行动', 'No campaigns yet')) : h('div', { class: 'funnels' }, all.map(([id, title, funnel]) => picture(id, title, funnel, () => change({ campaign: id })))),
    ];
  });
  list();
}

/** A funnel: how many came how far, as bars with their numbers. */
function picture(id, title, funnel, choose) {
  const most = Math.max(1, funnel.found);
  return h(
    'article',
    { class: 'funnel' },
    h('h3', {}, h('button', { type: 'button', class: 'link', onclick: choose }, title)),
    h(
      'dl',
      {},
      STEPS.map(([key, words]) => h('div', {}, h('dt', {}, say(...words)), h('dd', {}, h('i', { style: { width: `${(funnel[key] / most) * 100}%` } }), h('b', { class: 'num' }, number(funnel[key]))))),
    ),
    h('p', { class: 'small soft' }, say(`未整改 ${funnel.open}，逾期 ${funnel.overdue}，立案 ${funnel.casesFiled}`, `${funnel.open} open, ${funnel.overdue} overdue, ${funnel.casesFiled} cases filed`)),
  );
}

function ledger(page, opened, again) {
  if (page.items.length === 0) return empty(say('台账里没有符合条件的问题', 'No problem in the ledger fits'));
  return table({
    caption: say(`共 ${page.total ?? page.items.length} 条${page.next ? `，显示前 ${page.items.length} 条` : ''}`, `${page.total ?? page.items.length} in all${page.next ? `, the first ${page.items.length}` : ''}`),
    rows: page.items,
    columns: [
      { title: say('编号', 'Id'), value: (row) => row.id, show: (row) => h('button', { type: 'button', class: 'link', onclick: () => open(row.id, opened, again) }, row.id) },
      { title: say('问题', 'Problem'), value: (row) => row.problem, show: (row) => h('span', { class: 'clip' }, row.problem) },
      { title: say('县市区', 'County'), value: (row) => row.countyName ?? row.county },
      { title: say('企业', 'Enterprise'), value: (row) => row.enterprise },
      { title: say('发现', 'Found'), value: (row) => row.foundOn, show: (row) => h('span', { class: 'nowrap num' }, row.foundOn) },
      { title: say('期限', 'Deadline'), value: (row) => row.deadline, show: (row) => h('span', { class: 'nowrap num' }, row.deadline ?? '—') },
      { title: say('状态', 'State'), value: (row) => row.state, show: (row) => row.stateWord ?? wordOf(STATES, row.state) },
      { title: say('亮灯', 'Light'), value: (row) => Object.keys(LIGHTS).indexOf(row.light), show: (row) => lightMark(row.light) },
    ],
  });
}

function open(id, node, again) {
  node.hidden = false;
  node.replaceChildren();
  fill(node, say('该问题', 'this problem'), () => get(`/inspection/problems/${encodeURIComponent(id)}`), (problem) => {
    queueMicrotask(() => node.scrollIntoView({ block: 'nearest' }));
    return [
      h('div', { class: 'card-head' }, h('h2', {}, problem.problem), lightMark(problem.light), h('button', { type: 'button', class: 'plain', onclick: () => (node.hidden = true) }, say('关闭', 'Close'))),
      facts([
        [say('编号', 'Id'), problem.id],
        [say('专项', 'Campaign'), problem.campaignTitle ?? problem.campaign],
        [say('地点', 'Place'), [problem.countyName, problem.place].filter(Boolean).join(' ')],
        [say('企业', 'Enterprise'), problem.enterprise],
        [say('类型', 'Kinds'), (problem.kindWords ?? []).join(say('、', ', '))],
        [say('部门', 'Department'), problem.department],
        [say('发现', 'Found'), [problem.foundOn, problem.foundBy].filter(Boolean).join(' ')],
        [say('期限', 'Deadline'), problem.deadline],
        [say('佐证', 'Evidence'), (problem.evidence ?? []).join(say('、', ', '))],
        [say('备注', 'Note'), problem.note],
      ]),
      h('ol', { class: 'history' }, (problem.history ?? []).map((step) => h('li', {}, h('span', { class: 'num soft' }, moment(step.at)), ` ${step.who} `, h('b', {}, wordOf(STATES, step.to)), step.note ? ` ${step.note}` : ''))),
      moves(problem, () => (open(id, node, again), again())),
    ];
  });
}

function moves(problem, again) {
  if (!(problem.next?.length > 0)) return null;
  const note = h('input', { type: 'text', maxLength: 500 });
  const message = h('p', { class: 'message', role: 'status' });
  return h(
    'div',
    { class: 'row' },
    h('label', { class: 'field wide' }, h('span', {}, say('说明', 'Note')), note),
    problem.next.map((to) => {
      const button = h('button', { type: 'button', class: 'quiet' }, `→ ${wordOf(STATES, to)}`);
      button.addEventListener('click', () =>
        act(button, message, async () => {
          await send('POST', `/inspection/problems/${encodeURIComponent(problem.id)}/transitions`, { to, note: note.value.trim() || null });
          announce(say('已记录', 'On file'));
          again();
        }),
      );
      return button;
    }),
    message,
  );
}
