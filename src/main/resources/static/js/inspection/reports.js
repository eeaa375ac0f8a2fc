// The report on a year, to read or to download.

import { call } from '../core/api.js';
import { choice, h } from '../core/dom.js';
import { day } from '../core/format.js';
import { english, say } from '../core/lang.js';
import { act } from '../core/states.js';

const FORMATS = [
  ['html', ['网页（可打印）', 'A page to read and print']],
  ['pdf', ['PDF 文件', 'PDF']],
  ['xlsx', ['Excel 表格', 'Excel sheet']],
  ['csv', ['CSV 表格', 'CSV']],
  ['json', ['JSON 数据', 'JSON']],
];

export function drawReports(node, { year }) {
  const wanted = { year };
  const message = h('p', { class: 'message', role: 'status' });
  const years = Array.from({ length: 6 }, (_, back) => String(Number(day(Date.now()).slice(0, 4)) - back));
  node.append(
    h(
      'section',
      { class: 'card' },
      h('h2', {}, say('执法检查报告', 'The inspection report')),
      h('p', { class: 'soft' }, say('全部指标、各县市区、台账与合计核对。数值按下载时的记录计算。', 'All targets, the counties, the ledger and whether sums add up, computed from the records of the moment.')),
      h('div', { class: 'row' }, choice(say('年份', 'Year'), years.map((each) => [each, each]), wanted.year, (value) => (wanted.year = value))),
      h('ul', { class: 'formats' }, FORMATS.map(([format, words]) => h('li', {}, h('span', {}, say(...words)), button(format, wanted, message)))),
      message,
    ),
  );
}

function button(format, wanted, message) {
  const node = h('button', { type: 'button', class: 'quiet', dataset: { format } }, format === 'html' ? say('打开', 'Open') : say('下载', 'Download'));
  node.addEventListener('click', () => act(node, message, () => fetchReport(format, wanted.year)));
  return node;
}

/** Asked for before it is opened, so that a refusal is said here and not on an empty page. */
async function fetchReport(format, year) {
  const answer = await call('GET', '/inspection/report', { query: { period: year, format, lang: english ? 'en' : 'zh' }, accept: '*/*' });
  if (format === 'html') {
    window.open(answer.url, '_blank', 'noopener');
    return;
  }
  const url = URL.createObjectURL(await answer.blob());
  h('a', { href: url, download: `hongyan-${year}.${format}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
