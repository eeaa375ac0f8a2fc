// The page for everybody: report, progress, today's air, zones and seasons.

import { byId, h } from '../core/dom.js';
import { say } from '../core/lang.js';
import { openPage } from '../core/shell.js';
import { drawAir } from './air.js';
import { drawProgress } from './progress.js';
import { drawReport } from './report.js';
import { drawZones } from './zones.js';

const { settings } = await openPage();
const section = (id) => h('section', { class: 'card', id });
const report = section('report');
const air = section('air');
const progress = section('progress');
const zones = section('zones');
byId('main').append(
  h(
    'div',
    { class: 'page-head' },
    h('h1', {}, say('看见候鸟，看见空气', 'Birds seen, air seen')),
    h('p', {}, say(`${settings.city.name} · 任何人都可以上报，不需要账户`, `${settings.city.name} · anybody may report, without an account`)),
  ),
  h('div', { class: 'public-columns' }, report, h('div', { class: 'public-side' }, air, progress)),
  zones,
);
const asked = new URLSearchParams(location.search);
const follow = drawProgress(progress, asked.get('receipt') ?? '');
drawReport(report, settings, follow);
drawAir(air, settings);
drawZones(zones);
document.documentElement.dataset.ready = 'public';
