// Logging in.

import { Problem, send } from '../core/api.js';
import { byId, h } from '../core/dom.js';
import { say } from '../core/lang.js';
import { openPage } from '../core/shell.js';
import { act } from '../core/states.js';

const { session } = await openPage();
const account = h('input', { type: 'text', autocomplete: 'username', required: true, autofocus: true });
const password = h('input', { type: 'password', autocomplete: 'current-password', required: true });
const code = h('input', { type: 'text', inputMode: 'numeric', autocomplete: 'one-time-code', pattern: '[0-9]{6}', maxLength: 6 });
const codeField = h('label', { class: 'field', hidden: true }, h('span', {}, say('验证码（六位数字）', 'Code (six digits)')), code);
const message = h('p', { class: 'message', role: 'alert' });
const submit = h('button', {}, say('登录', 'Log in'));
const form = h(
  'form',
  { class: 'card' },
  h('h1', {}, say('登录', 'Log in')),
  h('label', { class: 'field' }, h('span', {}, say('账户', 'Account')), account),
  h('label', { class: 'field' }, h('span', {}, say('密码', 'Password')), password),
  codeField,
  submit,
  message,
  others(session),
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  act(submit, message, logIn);
});
byId('main').append(form, h('p', { class: 'small soft' }, say('公众无需账户：', 'The public needs no account: '), h('a', { href: '/public' }, say('打开公众页面', 'open the public page'))));
document.documentElement.dataset.ready = 'login';

async function logIn() {
  try {
    await send('POST', '/session', { account: account.value.trim(), password: password.value, ...(code.value === '' ? {} : { totp: code.value }) });
  } catch (problem) {
    throw inWords(problem);
  }
  location.assign(after());
}

/** A missing second factor shows its field; other refusals are said as they are. */
function inWords(problem) {
  if (!(problem instanceof Problem) || problem.status !== 401) return problem;
  const needed = (problem.body?.errors ?? []).some((each) => each.rule === 'second-factor-needed');
  if (needed) {
    codeField.hidden = false;
    code.required = true;
    code.focus();
  }
  problem.message = needed ? say('请输入验证器上的六位数字。', 'Enter the six digits of your authenticator.') : (problem.body?.detail ?? say('账户、密码或验证码不正确。', 'Account, password or code is wrong.'));
  return problem;
}

/** Only a page of this service is gone to. */
function after() {
  const then = new URLSearchParams(location.search).get('then') ?? '/';
  const url = new URL(then, location.origin);
  return url.origin === location.origin && !url.pathname.startsWith('/login') ? url.pathname + url.search : '/';
}

function others(present) {
  const ways = present?.signIn ?? [];
  return ways.length === 0 ? null : h('div', { class: 'row' }, ways.map((way) => h('a', { class: 'button quiet', href: way.href }, way.name)));
}
