// What stands around every page: the bar with the four parts, language, theme, account, offline.

import { guard } from './api.js';
import { isReached, onConnection, probe } from './connection.js';
import { byId, h } from './dom.js';
import { english, say, switchLanguage, translate } from './lang.js';
import { goToLogin, logOut, may, whoIsThere } from './session.js';
import { loadSettings } from './settings.js';

const PARTS = [
  ['/map', ['候鸟', 'Birds'], ['forestry', 'administrator']],
  ['/air', ['空气', 'Air'], ['environment', 'administrator']],
  ['/inspection', ['检查', 'Inspection'], ['inspector', 'administrator']],
  ['/public', ['公众', 'Public'], null],
];

/**
 * Draws the bar, finds out who is there and reads the settings. A page that needs one of `roles`
 * sends those who are not logged in to the log-in page. Returns {session, settings}.
 */
export async function openPage(...roles) {
  translate();
  bar(null);
  watchConnection();
  try {
    const [session, settings] = await Promise.all([whoIsThere(), loadSettings()]);
    bar(session);
    if (roles.length > 0) {
      guard(session?.csrf, goToLogin);
      if (session === null) goToLogin();
    }
    return { session, settings };
  } catch (problem) {
    byId('main').prepend(
      h(
        'div',
        { class: 'state error', role: 'alert' },
        h('p', { class: 'state-title' }, say('页面无法打开', 'The page cannot be opened')),
        h('p', {}, problem.message),
        h('button', { type: 'button', onclick: () => location.reload() }, say('重新载入', 'Reload')),
      ),
    );
    throw problem;
  }
}

function bar(session) {
  const here = location.pathname.replace(/\.html$/, '');
  const parts = PARTS.filter(([, , roles]) => roles === null || may(session, ...roles));
  byId('bar').replaceChildren(
    h('a', { class: 'skip', href: '#main' }, say('跳到正文', 'Skip to content')),
    h('a', { class: 'brand', href: '/' }, h('img', { src: '/img/mark.svg', alt: '', width: 26, height: 26 }), h('span', {}, say('鸿雁', 'Hongyan'))),
    h(
      'nav',
      { 'aria-label': say('主要部分', 'Main parts') },
      parts.map(([path, words]) => h('a', { href: path, 'aria-current': here === path ? 'page' : null }, say(...words))),
    ),
    h('div', { class: 'bar-end' }, language(), theme(), account(session)),
  );
}

function language() {
  return h('button', { type: 'button', class: 'plain', id: 'language', lang: english ? 'zh-CN' : 'en', onclick: switchLanguage }, english ? '中文' : 'English');
}

function theme() {
  const root = document.documentElement;
  const label = () => (root.dataset.theme === 'dark' ? say('浅色', 'Light') : say('深色', 'Dark'));
  const button = h('button', { type: 'button', class: 'plain', id: 'theme' }, label());
  button.addEventListener('click', () => {
    const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem('theme', next);
    } catch {
      // kept for this page only
    }
    root.dataset.theme = next;
    dispatchEvent(new Event('themechange'));
  });
  addEventListener('themechange', () => (button.textContent = label()));
  return button;
}

function account(session) {
  if (session === null) return location.pathname.startsWith('/login') ? null : h('a', { class: 'plain', href: '/login' }, say('登录', 'Log in'));
  if (session.account === null) return null; // a service without accounts
  return [
    h('a', { class: 'plain', href: '/account' }, session.name || session.account),
    h('button', { type: 'button', class: 'plain', onclick: () => logOut().catch(() => location.assign('/login')) }, say('退出', 'Log out')),
  ];
}

function watchConnection() {
  const line = h('p', { class: 'offline-line', role: 'status' });
  byId('bar').after(line);
  const show = () => {
    line.hidden = isReached();
    line.textContent = isReached() ? '' : say('连接不到服务器，显示的是断开前的内容；恢复后自动继续。', 'The server cannot be reached; what you see is from before. The page goes on by itself when it is back.');
  };
  onConnection(show);
  show();
  if (!navigator.onLine) probe();
}
