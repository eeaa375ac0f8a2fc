// Curves by uPlot, in the colours of the theme, each with its figures as a table beside it.

import { h } from './dom.js';
import { clock, day, number } from './format.js';
import { say } from './lang.js';

/** How much larger than on a laptop type is here: on a wall it grows. */
export const enlarged = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 15;

export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

const drawn = new Set();
addEventListener('themechange', () => drawn.forEach((redraw) => redraw()));

/**
 * A figure of curves or bars over time.
 *
 * times: instants, ascending; series: [{label, values, colour (a token), width, dash, bars}];
 * unit; marks: [{time, label}]; height; byDay: whether the times are days.
 */
export function chart({ caption, times, series, unit, marks = [], height = 180, byDay = false }) {
  const place = h('div', { class: 'plot', role: 'img', 'aria-label': `${caption}. ${say('数据见下方表格。', 'The figures are in the table below.')}` });
  const figure = h('figure', { class: 'chart' }, h('figcaption', {}, caption), legend(series, marks), place, figures(times, series, unit, byDay));
  const seconds = times.map((time) => Date.parse(time) / 1000);
  let plot = null;
  const draw = () => {
    plot?.destroy();
    plot = null;
    if (!place.isConnected) {
      drawn.delete(draw);
      return;
    }
    if (place.clientWidth > 0) plot = new uPlot(options(place.clientWidth, height * enlarged(), series, unit, marks, byDay), [seconds, ...series.map((each) => each.values)], place);
  };
  new ResizeObserver(() => {
    if (!place.isConnected) return;
    drawn.add(draw);
    if (plot === null) draw();
    else if (place.clientWidth > 0) plot.setSize({ width: place.clientWidth, height: height * enlarged() });
  }).observe(place);
  return figure;
}

/** Seconds between marks under figures of days: a day at least, so that no day is written twice. */
const DAY_STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 30, 60, 90, 120, 180, 365].map((days) => days * 86_400);

function options(width, height, series, unit, marks, byDay) {
  const large = enlarged();
  const grid = { stroke: colour('line'), width: 1 };
  const axis = { stroke: colour('soft'), grid, ticks: { ...grid, size: 4 }, font: `${12 * large}px ${colour('sans')}` };
  const label = byDay ? (at) => day(at * 1000).slice(5) : (at) => (clock(at * 1000) === '00:00' ? day(at * 1000).slice(5) : clock(at * 1000));
  return {
    width,
    height,
    tzDate: (at) => uPlot.tzDate(new Date(at * 1000), 'Asia/Shanghai'),
    legend: { show: false },
    cursor: { points: { size: 6 }, drag: { x: false, y: false } },
    scales: { x: { time: true }, y: { range: (plot, min, max) => [Math.min(0, min ?? 0), Math.max(1, (max ?? 1) * 1.12)] } },
    axes: [{ ...axis, ...(byDay ? { incrs: DAY_STEPS } : {}), space: 60 * large, size: 30 * large, values: (plot, splits) => splits.map(label) }, { ...axis, size: 44 * large, values: (plot, splits) => splits.map(number) }],
    series: [{}, ...series.map((each) => curve(each))],
    hooks: { draw: [(plot) => marks.forEach((mark) => drawMark(plot, mark))] },
  };
}

function curve(each) {
  const stroke = colour(each.colour ?? 'accent');
  const shared = { label: each.label, stroke, width: each.width ?? 2, dash: each.dash, spanGaps: false, points: { show: each.values.length < 40 && !each.bars, size: 4 } };
  return each.bars ? { ...shared, width: 0, fill: stroke, paths: uPlot.paths.bars({ size: [0.7, 28] }) } : shared;
}

function drawMark(plot, mark) {
  const x = plot.valToPos(Date.parse(mark.time) / 1000, 'x', true);
  const { ctx, bbox } = plot;
  if (x < bbox.left || x > bbox.left + bbox.width) return;
  ctx.save();
  ctx.strokeStyle = colour('grave');
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

function legend(series, marks) {
  const entry = (each, kind) => h('span', { class: `key ${kind}`, style: { '--key': `var(--${each.colour ?? 'accent'})` } }, each.label);
  return h(
    'p',
    { class: 'legend' },
    series.map((each) => entry(each, each.bars ? 'bars' : each.dash ? 'dashes' : 'line')),
    marks.map((mark) => entry({ ...mark, colour: 'grave' }, 'dashes')),
  );
}

function figures(times, series, unit, byDay) {
  const details = h('details', { class: 'figures' }, h('summary', {}, say('看数据表', 'Show the figures')));
  details.addEventListener('toggle', () => {
    if (!details.open || details.querySelector('table')) return;
    const head = h('tr', {}, h('th', { scope: 'col' }, say('时间', 'Time')), series.map((each) => h('th', { scope: 'col' }, `${each.label}${unit ? ` (${unit})` : ''}`)));
    const rows = times.map((time, at) =>
      h('tr', {}, h('th', { scope: 'row' }, byDay ? day(time) : `${day(time).slice(5)} ${clock(time)}`), series.map((each) => h('td', { class: 'num' }, number(each.values[at])))),
    );
    details.append(h('div', { class: 'scroll', tabIndex: 0 }, h('table', {}, h('thead', {}, head), h('tbody', {}, rows))));
  });
  return details;
}
