// The inspectors' page: targets, ledger, reports, evidence.

import { byId, h } from '../core/dom.js';
import { day } from '../core/format.js';
import { say } from '../core/lang.js';
import { openPage } from '../core/shell.js';
import { drawEvidence } from './evidence.js';
import { drawLedger } from './ledger.js';
import { drawReports } from './reports.js';
import { drawTargets } from './targets.js';

const VIEWS = {
  targets: [['检查指标', 'Targets'], drawTargets],
  ledger: [['问题台账', 'Ledger'], drawLedger],
  reports: [['报告下载', 'Reports'], drawReports],
  evidence: [['证据包核验', 'Evidence'], drawEvidence],
};

const { session, settings } = await openPage('inspector', 'administrator');
const asked = new URLSearchParams(location.search);
const chosen = VIEWS[asked.get('view')] ? asked.get('view') : 'targets';
const year = asked.get('year') ?? day(Date.now()).slice(0, 4);
byId('main').append(
  h('div', { class: 'page-head' }, h('h1', {}, say('执法检查', 'Law-enforcement inspection')), h('p', { class: 'small' }, settings.city.name)),
  h(
    'nav',
    { class: 'tabs', 'aria-label': say('执法检查各部分', 'Parts of the inspection') },
    Object.entries(VIEWS).map(([code, [words]]) => h('a', { href: `?view=${code}&year=${year}`, 'aria-current': code === chosen ? 'page' : null }, say(...words))),
  ),
);
const body = byId('main').appendChild(h('div', { class: 'view' }));
VIEWS[chosen][1](body, { session, settings, asked, year });
document.documentElement.dataset.ready = 'inspection';
