// The environment page: six views, one at a time, named in the address.

import { byId, h } from '../core/dom.js';
import { say } from '../core/lang.js';
import { openPage } from '../core/shell.js';
import { drawCalendar } from './calendar.js';
import { drawCurves } from './curves.js';
import { drawNow } from './now.js';
import { drawRanking } from './ranking.js';
import { drawReminders } from './reminders.js';
import { drawReview } from './review.js';
import { drawTarget } from './target.js';
import { drawWarnings } from './warnings.js';

const VIEWS = {
  now: [['当前', 'Now'], drawNow],
  curves: [['曲线', 'Curves'], drawCurves],
  calendar: [['年历', 'Calendar'], drawCalendar],
  target: [['目标与排名', 'Target and ranking'], (node, context) => node.append(part(drawTarget, context), part(drawRanking, context))],
  warnings: [['预警与提醒', 'Warnings and reminders'], (node, context) => node.append(part(drawWarnings, context), part(drawReminders, context))],
  review: [['日研判', 'Daily review'], drawReview],
};

const { session, settings } = await openPage('environment', 'administrator');
const asked = new URLSearchParams(location.search);
const chosen = VIEWS[asked.get('view')] ? asked.get('view') : 'now';
const main = byId('main');
main.append(
  h('div', { class: 'page-head' }, h('h1', {}, say(`${settings.city.name}空气质量`, `Air quality of ${settings.city.name}`)), h('p', { class: 'small' }, settings.aqi.standard)),
  h(
    'nav',
    { class: 'tabs', 'aria-label': say('空气质量各部分', 'Parts of air quality') },
    Object.entries(VIEWS).map(([code, [words]]) => h('a', { href: `?view=${code}`, 'aria-current': code === chosen ? 'page' : null }, say(...words))),
  ),
);
const body = main.appendChild(h('div', { class: 'view' }));
VIEWS[chosen][1](body, { session, settings, asked, areas: [settings.city, ...settings.counties] });
document.documentElement.dataset.ready = 'air';

function part(draw, context) {
  const node = h('div', { class: 'view' });
  draw(node, context);
  return node;
}

