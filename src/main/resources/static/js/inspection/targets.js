// The targets with actual, gap and light; each figure opens into its records.

import { keep } from '../core/address.js';
import { get } from '../core/api.js';
import { choice, facts, h } from '../core/dom.js';
import { day, number, signed } from '../core/format.js';
import { say } from '../core/lang.js';
import { LIGHTS, placeName, standardName, wordOf } from '../core/settings.js';
import { empty, fill } from '../core/states.js';
import { table } from '../core/table.js';
import { openRecords } from './records.js';

const SOURCES = { computed: ['平台计算', 'computed'], ledger: ['台账', 'ledger'], declared: ['填报', 'declared'] };
const SECTIONS = { birds: ['候鸟保护', 'Migratory birds'], air: ['大气污染防治', 'Clean air'], rectification: ['督察整改', 'Inspection problems'], soil: ['土壤', 'Soil'], water: ['水环境与管网', 'Water and sewers'], waste: ['固体废物', 'Waste'], enforcement: ['生态环境执法', 'Enforcement'], nature: ['土地、森林与野生动物', 'Land, forest, wildlife'] };

export function drawTargets(node, { settings, asked, year }) {
  const wanted = { year, section: asked.get('section') ?? '', light: asked.get('light') ?? '', county: asked.get('county') ?? '' };
  const summary = h('div', { class: 'lights' });
  const place = h('section', { class: 'card' });
  const opened = h('section', { class: 'card', hidden: true, id: 'opened' });
  let all = [];
  const show = () => {
    keep(wanted);
    const rows = all.filter((each) => (wanted.section === '' || each.section === wanted.section) && (wanted.light === '' || (each.light ?? 'none') === wanted.light) && (wanted.county === 'all' || (each.county ?? '') === wanted.county));
    summary.replaceChildren(...lights(all.filter((each) => each.county === null), wanted, show));
    place.replaceChildren(rows.length === 0 ? empty(say('没有符合条件的指标', 'No target fits')) : list(rows, opened));
  };
  const load = () =>
    fill(place, say('检查指标', 'the targets'), () => get('/inspection/targets', { period: wanted.year, limit: 1000 }), ({ items }) => {
      all = items;
      queueMicrotask(show);
      return [];
    });
  const years = Array.from({ length: 6 }, (_, back) => String(Number(day(Date.now()).slice(0, 4)) - back));
  node.append(
    h(
      'div',
      { class: 'row' },
      choice(say('年份', 'Year'), years.map((each) => [each, each]), wanted.year, (value) => ((wanted.year = value), load())),
      choice(say('部分', 'Section'), [['', say('全部', 'All')], ...Object.entries(SECTIONS).map(([code, words]) => [code, say(...words)])], wanted.section, (value) => ((wanted.section = value), show())),
      choice(say('层级', 'Level'), [['', say('市级指标', 'The city’s')], ['all', say('含县市区', 'With counties')], ...settings.counties.map((each) => [each.adcode, each.name])], wanted.county, (value) => ((wanted.county = value), show())),
    ),
    summary,
    place,
    opened,
  );
  load();
}

/** How many of each light; a press narrows the table to it. */
function lights(targets, wanted, show) {
  const words = { ...LIGHTS, none: ['未亮灯', 'No light'] };
  return ['red', 'yellow', 'green', 'none'].map((light) =>
    h(
      'button',
      { type: 'button', class: `light-count ${light}`, 'aria-pressed': String(wanted.light === light), onclick: () => ((wanted.light = wanted.light === light ? '' : light), show()) },
      h('b', {}, String(targets.filter((each) => (each.light ?? 'none') === light).length)),
      h('span', {}, wordOf(words, light)),
    ),
  );
}

const withUnit = (value, unit) => (value === null || value === undefined ? '—' : `${number(value)} ${unit}`);

export const lightMark = (light) => (light ? h('span', { class: `chip ${light}` }, wordOf(LIGHTS, light)) : h('span', { class: 'soft' }, '—'));

function list(rows, opened) {
  return table({
    caption: say(`${rows.length} 项指标。点开实际值，可看到它由哪些记录算出。`, `${rows.length} targets. Open an actual figure to see the records behind it.`),
    rows,
    columns: [
      { title: say('指标', 'Target'), value: (row) => row.title, show: (row) => h('span', { class: 'target-title' }, row.title, smallPrint(row)) },
      { title: say('目标', 'Target'), num: true, value: (row) => row.target, show: (row) => withUnit(row.target, row.unit) },
      { title: say('实际', 'Actual'), num: true, value: (row) => row.actual, show: (row) => figure(row, opened) },
      { title: say('差距', 'Gap'), num: true, value: (row) => row.gap, show: (row) => signed(row.gap) },
      { title: say('亮灯', 'Light'), value: (row) => ['red', 'yellow', 'green'].indexOf(row.light), show: (row) => lightMark(row.light) },
      { title: say('期限', 'Deadline'), value: (row) => row.deadline, show: (row) => h('span', { class: 'nowrap num' }, row.deadline ?? '—') },
      { title: say('来源', 'Source'), value: (row) => row.source, show: (row) => wordOf(SOURCES, row.source) },
      { title: say('部门', 'Department'), value: (row) => row.department },
    ],
  });
}

/** What tells targets of one title apart: the county, and the version of the standard. */
function smallPrint(row) {
  const parts = [row.county ? placeName(row.county) : null, row.basis?.standards?.slice(-1).map(standardName)[0]].filter(Boolean);
  return parts.length > 0 ? h('small', { class: 'soft' }, parts.join(' · ')) : null;
}

function figure(row, opened) {
  const words = withUnit(row.actual, row.unit);
  return h('button', { type: 'button', class: 'open-figure', 'aria-label': `${row.title}: ${words}. ${say('打开依据', 'Open what it rests on')}`, onclick: () => open(row, opened) }, words);
}

function open(row, node) {
  node.hidden = false;
  const heading = h('h2', { tabIndex: -1 }, row.title);
  const records = h('div');
  node.replaceChildren(
    h('div', { class: 'card-head' }, heading, lightMark(row.light), h('button', { type: 'button', class: 'plain', onclick: () => (node.hidden = true) }, say('关闭', 'Close'))),
    h(
      'div',
      { class: 'columns' },
      facts([
        [say('目标', 'Target'), withUnit(row.target, row.unit)],
        [say('实际', 'Actual'), withUnit(row.actual, row.unit)],
        [say('填报', 'Declared'), row.declared === null ? null : withUnit(row.declared, row.unit)],
        [say('差距', 'Gap'), signed(row.gap)],
        [say('法律依据', 'Law'), row.lawBasis],
        [say('文件', 'Document'), row.document],
        [say('说明', 'Note'), row.note],
      ]),
      row.basis
        ? facts([
            [say('算法', 'Method'), row.basis.method],
            [say('未修约', 'Unrounded'), row.basis.unrounded === null ? null : number(row.basis.unrounded)],
            [row.basis.counted, row.basis.count],
            [say('数量是否够', 'Enough of them'), row.basis.valid ? say('够', 'yes') : say('不够，数值仅供参考', 'no: for orientation only')],
            [say('标准', 'Standards'), row.basis.standards.map(standardName).join(say('、', '; '))],
          ])
        : h('p', { class: 'soft' }, say('填报数，平台没有可以核对的记录。', 'A declared figure; the platform has no records to hold it against.')),
    ),
    row.sums.length > 0 ? h('ul', { class: 'sums' }, row.sums.map((sum) => h('li', {}, `${sum.parts.map((part) => `${part.title} ${part.declared ?? '—'}`).join(' + ')} = ${sum.sum ?? '—'}`, ' ', h('span', { class: `chip ${sum.consistent ? 'good' : 'serious'}` }, sum.consistent ? say('相符', 'adds up') : say(`合计填报 ${sum.total ?? '—'}，不符`, `declared total ${sum.total ?? '—'}: does not add up`))))) : null,
    h('h3', {}, say('记录', 'Records')),
    records,
  );
  openRecords(records, row.records);
  node.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  heading.focus({ preventScroll: true });
}
