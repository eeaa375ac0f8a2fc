// The counties in order, with the change on the year before.

import { get } from '../core/api.js';
import { choice, h } from '../core/dom.js';
import { day, number, signed } from '../core/format.js';
import { say } from '../core/lang.js';
import { standardName } from '../core/settings.js';
import { empty, fill } from '../core/states.js';
import { table } from '../core/table.js';

const METRICS = {
  'pm25-mean': ['PM2.5 平均浓度', 'PM2.5 mean'],
  'composite-index': ['综合指数', 'Composite index'],
  'pm10-mean': ['PM10 平均浓度', 'PM10 mean'],
  'o3-p90': ['臭氧第 90 百分位', 'Ozone, 90th percentile'],
  'good-day-rate': ['优良天数比例', 'Share of good days'],
};
const SERIES = { all: ['全部数据', 'All days'], 'dust-deducted': ['扣除沙尘日', 'Dust days deducted'] };

export function drawRanking(node) {
  const now = day(Date.now());
  const wanted = { metric: 'pm25-mean', period: now.slice(0, 4), series: 'all' };
  const place = h('div', { class: 'rankings' });
  const draw = () => fill(place, say('排名', 'the ranking'), () => get('/air/ranking', wanted), (answer) => drawAll(answer));
  const change = (patch) => {
    Object.assign(wanted, patch);
    draw();
  };
  node.append(
    h(
      'section',
      { class: 'card' },
      h('h2', {}, say('县市区排名与同比', 'Counties ranked, and the year before')),
      h(
        'div',
        { class: 'row' },
        choice(say('指标', 'Metric'), Object.entries(METRICS).map(([code, words]) => [code, say(...words)]), wanted.metric, (metric) => change({ metric })),
        choice(say('数据', 'Data'), Object.entries(SERIES).map(([code, words]) => [code, say(...words)]), wanted.series, (series) => change({ series })),
        choice(say('时段', 'Period'), periods(now), wanted.period, (period) => change({ period })),
      ),
      place,
    ),
  );
  draw();
}

/** This year and the last, then the twelve months up to now. */
function periods(now) {
  const [year, month] = now.split('-').map(Number);
  const months = Array.from({ length: 12 }, (_, back) => {
    const at = new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7);
    return [at, at];
  });
  return [[String(year), say(`${year} 年`, String(year))], [String(year - 1), say(`${year - 1} 年`, String(year - 1))], ...months];
}

function drawAll({ rankings, unit }) {
  if (rankings.length === 0) return empty(say('没有可排名的数据', 'Nothing to rank'));
  const unranked = rankings.every((ranking) => ranking.rows.every((row) => row.rank === null));
  return [unranked ? h('p', { class: 'small soft' }, say('有效天数还不够，暂不排名（HJ 663）；可选已结束的月份。', 'Too few valid days to rank yet (HJ 663); a month that is over can be chosen.')) : null, ...rankings.map((ranking) =>
    table({
      caption: `${standardName(ranking.standard)} · ${say(...(SERIES[ranking.series] ?? [ranking.series, ranking.series]))}${unit ? ` · ${unit}` : ''}`,
      rows: ranking.rows,
      columns: [
        { title: say('名次', 'Rank'), value: (row) => row.rank, num: true },
        { title: say('县市区', 'County'), value: (row) => row.name },
        { title: say('数值', 'Figure'), num: true, value: (row) => row.value, show: (row) => number(row.value) },
        { title: say('去年同期', 'Year before'), num: true, value: (row) => row.yearOnYear.before, show: (row) => number(row.yearOnYear.before) },
        { title: say('同比', 'Change'), num: true, value: (row) => row.yearOnYear.percent, show: (row) => yearOnYear(row.yearOnYear) },
        { title: say('有效日', 'Valid days'), num: true, value: (row) => row.count },
        { title: say('有效性', 'Validity'), value: (row) => (row.valid ? say('有效', 'valid') : say('天数不足', 'too few days')) },
      ],
    }),
  )];
}

/** Between years of which one has too few valid days a change says little, and that it does is said. */
function yearOnYear({ percent, comparable }) {
  if (percent === null) return '—';
  return comparable ? `${signed(percent)}%` : h('span', { class: 'soft' }, `${signed(percent)}% `, say('不可比', 'not comparable'));
}
