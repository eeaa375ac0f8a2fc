// The daily review and the forecast bulletin: read, change, issue.

import { keep } from '../core/address.js';
import { address, get, send } from '../core/api.js';
import { announce, choice, h } from '../core/dom.js';
import { addDays, day, moment } from '../core/format.js';
import { english, say } from '../core/lang.js';
import { may } from '../core/session.js';
import { act, fill } from '../core/states.js';
import { table } from '../core/table.js';
import { aqiMark } from './marks.js';
import { signature } from './warnings.js';

const KINDS = { 'daily-review': ['日研判', 'Daily review'], 'forecast-bulletin': ['预报', 'Forecast bulletin'] };
const STATES = { draft: ['草稿（自动生成）', 'Draft, made by the platform'], edited: ['已修改', 'Edited'], issued: ['已签发', 'Issued'] };

export function drawReview(node, { session, asked }) {
  const wanted = { kind: asked.get('kind') ?? 'daily-review', date: asked.get('date') ?? addDays(day(Date.now()), -1) };
  const place = h('div', { class: 'review' });
  const date = h('input', { type: 'date', value: wanted.date, max: day(Date.now()), onchange: () => date.value && change({ date: date.value }) });
  const change = (patch) => {
    Object.assign(wanted, patch);
    keep(wanted);
    draw();
  };
  const draw = () => fill(place, say('文书', 'the document'), () => get(`/notices/${wanted.kind}/${wanted.date}`), (notice) => document_(notice, session, draw));
  node.append(
    h('div', { class: 'row' }, choice(say('文书', 'Document'), Object.entries(KINDS).map(([code, words]) => [code, say(...words)]), wanted.kind, (kind) => change({ kind })), h('label', { class: 'field' }, h('span', {}, say('日期', 'Day')), date)),
    place,
  );
  draw();
}

function document_(notice, session, again) {
  const path = `/notices/${notice.kind}/${notice.date}`;
  const frozen = notice.state === 'issued' || !may(session, 'environment');
  const text = h('textarea', { rows: 8, value: notice.text, readOnly: frozen, lang: 'zh-CN' });
  const textEn = h('textarea', { rows: 8, value: notice.textEn, readOnly: frozen, lang: 'en' });
  const message = h('p', { class: 'message', role: 'status' });
  const button = (words, look, work) => {
    const node = h('button', { type: 'button', class: look }, words);
    node.addEventListener('click', () => act(node, message, work));
    return node;
  };
  const save = () => send('PUT', path, { text: text.value, textEn: textEn.value, ...signature() });
  const changed = () => text.value !== notice.text || textEn.value !== notice.textEn;
  return [
    h(
      'section',
      { class: 'card' },
      h('div', { class: 'card-head' }, h('h2', {}, `${english ? notice.titleEn : notice.title} ${notice.date}`), h('span', { class: `chip ${notice.state === 'issued' ? 'good' : ''}` }, say(...STATES[notice.state]))),
      notice.at ? h('p', { class: 'small soft num' }, `${moment(notice.at)} · ${notice.by}`) : null,
      h('label', { class: 'field' }, h('span', {}, say('中文', 'Chinese text')), text),
      h('label', { class: 'field' }, h('span', {}, say('英文', 'English text')), textEn),
      h(
        'div',
        { class: 'row' },
        frozen ? null : button(say('保存修改', 'Save'), 'quiet', async () => (await save(), announce(say('已保存', 'Saved')), await again())),
        frozen ? null : button(say('签发', 'Issue'), '', async () => (changed() ? await save() : null, await send('POST', `${path}/issue`, signature()), announce(say('已签发，内容不再改变', 'Issued; it no longer changes')), await again())),
        h('a', { class: 'button quiet', href: address(path, { format: 'html', lang: english ? 'en' : 'zh' }), target: '_blank' }, say('打印版', 'To print')),
      ),
      message,
    ),
    facts(notice.facts),
  ];
}

function facts({ areas }) {
  return h(
    'section',
    { class: 'card' },
    h('h2', {}, say('所依据的日均数据', 'The day’s figures that it rests on')),
    table({
      caption: say('城市与县市区', 'City and counties'),
      rows: areas,
      columns: [
        { title: say('区域', 'Area'), value: (row) => row.name },
        { title: 'AQI', value: (row) => row.aqi, show: (row) => aqiMark(row.aqi) },
        { title: say('首要污染物', 'Primary'), value: (row) => row.primary.join(' ') || null },
        { title: say('标准', 'Standard'), value: (row) => row.standard },
      ],
    }),
  );
}
