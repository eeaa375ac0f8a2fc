// The entrance: the parts that the reader may open.

import { byId, h } from './core/dom.js';
import { say } from './core/lang.js';
import { may } from './core/session.js';
import { openPage } from './core/shell.js';

const PARTS = [
  ['/map', ['forestry', 'administrator'], ['候鸟', 'Birds'], ['迁飞通道、栖息地与预警的实时地图', 'Flyways, habitats and alerts on a live map']],
  ['/air', ['environment', 'administrator'], ['空气', 'Air'], ['当前、曲线、年历、目标、预警与研判', 'Now, curves, calendar, target, warnings and reviews']],
  ['/inspection', ['inspector', 'administrator'], ['检查', 'Inspection'], ['指标、台账、报告与证据包', 'Targets, ledger, reports and evidence']],
  ['/public', null, ['公众', 'Public'], ['上报与查询，今日空气，现行保护时段', 'Report and follow up, today’s air, seasons in force']],
];

const { session, settings } = await openPage();
const open = PARTS.filter(([, roles]) => roles === null || may(session, ...roles));
byId('main').append(
  h('div', { class: 'entrance' }, h('h1', {}, say('鸿雁', 'Hongyan')), h('p', {}, say(`${settings.city.name}候鸟保护与空气质量监测`, `Migratory birds and clean air in ${settings.city.name}`))),
  h('ul', { class: 'doors' }, open.map(([path, , name, about]) => h('li', {}, h('a', { href: path }, h('b', {}, say(...name)), h('span', {}, say(...about)))))),
  session === null ? h('p', {}, h('a', { class: 'button', href: '/login' }, say('登录', 'Log in'))) : h('p', {}, ''),
  h('p', { class: 'small soft' }, h('a', { href: '/swagger-ui.html' }, say('接口文档', 'Interface'))),
);
document.documentElement.dataset.ready = 'home';
