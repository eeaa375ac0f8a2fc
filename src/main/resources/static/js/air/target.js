// Progress against the year's PM2.5 target, and what is left for each remaining day.

import { get } from '../core/api.js';
import { chart } from '../core/chart.js';
import { h } from '../core/dom.js';
import { day, daysBetween, number, signed, startOf } from '../core/format.js';
import { say } from '../core/lang.js';
import { standardName } from '../core/settings.js';
import { empty, fill } from '../core/states.js';
import { budget, runningMeans } from './budget.js';

const RULE = [
  '计算：剩余每日可用 =（年目标 ×（有效日数 + 剩余日数）− 已有日均值之和）÷ 剩余日数。剩余日按全部有效计；未扣除沙尘日，未修约。',
  'Left per day = (target × (valid days + days to come) − sum of the daily means) ÷ days to come. All days to come are taken to be valid; dust days are not deducted, nothing is rounded.',
];

export function drawTarget(node, { settings, asked }) {
  const year = asked.get('year') ?? day(Date.now()).slice(0, 4);
  const card = node.appendChild(h('section', { class: 'card' }));
  const load = () => Promise.all([get('/inspection/targets', { period: year }), get('/air/calendar', { county: settings.city.adcode, year })]);
  fill(card, say('年度目标', 'the year’s target'), load, ([targets, days]) => progress(targets.items, days, year));
}

function progress(targets, days, year) {
  const wanted = targets.filter((each) => each.metric === 'pm25-mean' && each.county === null && each.target !== null && each.period === year);
  const measured = days.filter((each) => each.values['PM2.5'] !== undefined && each.time < day(Date.now()));
  const title = h('h2', {}, say(`${year} 年 PM2.5 目标`, `The PM2.5 target of ${year}`));
  if (wanted.length === 0) return [title, empty(say('没有登记今年的 PM2.5 目标', 'No PM2.5 target is registered for this year'))];
  if (measured.length === 0) return [title, empty(say('今年还没有日均值', 'No daily means of this year yet'))];
  const values = measured.map((each) => Number(each.values['PM2.5']));
  const last = measured.at(-1).time;
  const remaining = Math.max(0, daysBetween(last, `${year}-12-31`));
  return [
    title,
    h('div', { class: 'budgets' }, wanted.map((each) => figure(each, budget(Number(each.target), values, remaining), last))),
    chart({
      caption: say('全年累计均值与目标', 'The year’s mean so far, and the target'),
      times: measured.map((each) => startOf(each.time)),
      unit: 'µg/m³',
      byDay: true,
      height: 200,
      series: [
        { label: say('日均值', 'daily means'), values, colour: 'strong-line', width: 1 },
        { label: say('累计均值', 'mean so far'), values: runningMeans(values), colour: 'accent', width: 2.6 },
        ...wanted.map((each, at) => ({ label: `${say('目标', 'target')} ${number(each.target)}`, values: values.map(() => Number(each.target)), colour: at === 0 ? 'grave' : 'serious', dash: [6, 4], width: 1.6 })),
      ],
    }),
    h('p', { class: 'small soft' }, say(...RULE)),
  ];
}

function figure(target, left, last) {
  const met = left.over <= 0;
  const possible = left.allowed === null || left.allowed > 0;
  return h(
    'article',
    { class: 'budget' },
    h('h3', {}, `${say('目标', 'Target')} ${number(target.target)} µg/m³`),
    h('p', { class: 'small soft' }, [target.document, target.basis?.standards?.slice(-1).map(standardName)[0]].filter(Boolean).join(' · ')),
    h('p', { class: 'budget-left' }, left.allowed === null ? '—' : number(Math.max(0, Math.round(left.allowed * 10) / 10)), h('small', {}, say('µg/m³ 每个剩余日可用', 'µg/m³ left per remaining day'))),
    h('span', { class: `chip ${met ? 'good' : possible ? 'serious' : 'grave'}` }, met ? say('累计达标', 'on target so far') : possible ? say('累计超标', 'above target so far') : say('已无法达标', 'can no longer be met')),
    h(
      'p',
      { class: 'small' },
      say(
        `截至 ${last}：有效 ${left.days} 天，累计均值 ${number(left.mean)}（${signed(left.over)}），剩余 ${left.remaining} 天`,
        `Up to ${last}: ${left.days} valid days, mean ${number(left.mean)} (${signed(left.over)}), ${left.remaining} days to come`,
      ),
    ),
  );
}
