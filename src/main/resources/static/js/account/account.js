// One's own account: who one is, the password, the second factor.

import { guard, send } from '../core/api.js';
import { announce, byId, facts, h, svg } from '../core/dom.js';
import { say } from '../core/lang.js';
import { goToLogin } from '../core/session.js';
import { placeName } from '../core/settings.js';
import { openPage } from '../core/shell.js';
import { absent, act } from '../core/states.js';
import { newPassword } from './password.js';

const ROLES = { forestry: ['林业', 'Forestry'], environment: ['生态环境', 'Environment'], inspector: ['执法检查', 'Inspector'], administrator: ['管理员', 'Administrator'], device: ['设备', 'Device'], public: ['公众', 'Public'] };
const FACTORS = { none: ['未启用', 'not set up'], passed: ['已启用', 'set up'], needed: ['需要启用：管理员权限在启用后生效', 'needed: an administrator is one only after it'] };

const { session } = await openPage();
if (session === null) goToLogin();
else if (session.account === null) byId('main').append(absent(say('账户', 'accounts')));
else byId('main').append(h('h1', {}, say('我的账户', 'My account')), about(), secondFactor(), password());
document.documentElement.dataset.ready = 'account';

function about() {
  return h(
    'section',
    { class: 'card' },
    facts([
      [say('账户', 'Account'), session.account],
      [say('姓名', 'Name'), session.name],
      [say('角色', 'Roles'), session.roles.map((role) => say(...(ROLES[role] ?? [role, role]))).join(say('、', ', '))],
      [say('范围', 'Counties'), session.counties.length === 0 ? say('全市', 'whole city') : session.counties.map(placeName).join(say('、', ', '))],
      [say('第二因素', 'Second factor'), say(...(FACTORS[session.secondFactor] ?? FACTORS.none))],
    ]),
  );
}

/** Two steps: the secret for the authenticator, then its first code. */
function secondFactor() {
  const own = h('input', { type: 'password', required: true, autocomplete: 'current-password' });
  const present = h('input', { type: 'text', inputMode: 'numeric', maxLength: 6, autocomplete: 'one-time-code' });
  const message = h('p', { class: 'message', role: 'alert' });
  const submit = h('button', { class: 'quiet' }, say('生成密钥', 'Make a secret'));
  const place = h('div');
  const form = h(
    'form',
    { class: 'form' },
    h('label', { class: 'field' }, h('span', {}, say('密码', 'Password')), own),
    session.secondFactor === 'passed' ? h('label', { class: 'field' }, h('span', {}, say('现有验证码', 'Code of the present one')), present) : null,
    submit,
    message,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(submit, message, async () => {
      const secret = await send('POST', '/session/second-factor', { password: own.value, ...(present.value === '' ? {} : { totp: present.value }) });
      form.hidden = true;
      place.replaceChildren(confirmation(secret));
    });
  });
  return h('section', { class: 'card' }, h('h2', {}, say('第二因素（验证器）', 'Second factor (authenticator)')), h('p', { class: 'small soft' }, say('登录时除密码外，再输入手机验证器显示的六位数字。', 'Beside the password, log-in then asks for the six digits of an authenticator on your phone.')), form, place);
}

/** Black on white in either theme, with the quiet zone that readers need. */
function picture({ size, path }) {
  const whole = `-4 -4 ${size + 8} ${size + 8}`;
  return svg(
    'svg',
    { class: 'qr', viewBox: whole, role: 'img', 'aria-label': say('密钥的二维码；下面是同样的密钥', 'The secret as a QR code; the same secret stands below') },
    svg('rect', { x: -4, y: -4, width: size + 8, height: size + 8, fill: '#fff' }),
    svg('path', { d: path, fill: '#000', 'shape-rendering': 'crispEdges' }),
  );
}

function confirmation({ secret, uri, qr }) {
  const code = h('input', { type: 'text', inputMode: 'numeric', required: true, maxLength: 6, pattern: '[0-9]{6}', autocomplete: 'one-time-code' });
  const message = h('p', { class: 'message', role: 'alert' });
  const submit = h('button', {}, say('启用', 'Confirm'));
  const form = h(
    'form',
    { class: 'form' },
    h('p', {}, say('用手机验证器扫描二维码，或手工输入密钥（只显示这一次）：', 'Scan the code with the authenticator on your phone, or type the secret (shown once):')),
    picture(qr),
    h('p', { class: 'secret' }, secret.replace(/(.{4})/g, '$1 ').trim()),
    h('p', { class: 'small' }, h('a', { href: uri }, say('在本机验证器中打开', 'Open in an authenticator on this device'))),
    h('label', { class: 'field' }, h('span', {}, say('验证器显示的六位数字', 'The six digits that it shows')), code),
    submit,
    message,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(submit, message, async () => {
      await send('POST', '/session/second-factor/confirmation', { totp: code.value });
      location.reload();
    });
  });
  return form;
}

function password() {
  const own = h('input', { type: 'password', required: true, autocomplete: 'current-password' });
  const fresh = newPassword();
  const message = h('p', { class: 'message', role: 'alert' });
  const submit = h('button', { class: 'quiet' }, say('更改密码', 'Change the password'));
  const form = h('form', { class: 'form' }, h('label', { class: 'field' }, h('span', {}, say('现密码', 'Present password')), own), fresh.fields, submit, message);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(submit, message, async () => {
      const answer = await send('PUT', '/session/password', { password: own.value, newPassword: fresh.value() });
      guard(answer?.csrf);
      form.reset();
      announce(say('密码已更改，其他会话已退出', 'Changed; your other sessions have ended'));
    });
  });
  return h('section', { class: 'card' }, h('h2', {}, say('密码', 'Password')), form);
}
