// The first account, made by the one-time link that the service prints at its start.

import { send } from '../core/api.js';
import { byId, h } from '../core/dom.js';
import { say } from '../core/lang.js';
import { openPage } from '../core/shell.js';
import { act } from '../core/states.js';
import { newPassword } from './password.js';

await openPage();
const asked = new URLSearchParams(location.search);
const code = h('input', { type: 'text', required: true, value: asked.get('code') ?? '', autocomplete: 'off', spellcheck: false });
const account = h('input', { type: 'text', required: true, autocomplete: 'username' });
const name = h('input', { type: 'text', required: true, autocomplete: 'name' });
const password = newPassword();
const message = h('p', { class: 'message', role: 'alert' });
const submit = h('button', {}, say('创建账户', 'Make the account'));
const form = h(
  'form',
  { class: 'card' },
  h('h1', {}, say('启用系统', 'Set up')),
  h('p', { class: 'soft' }, say('创建第一个管理员账户。启用码显示在服务启动的终端上，只能用一次。', 'Make the first administrator’s account. The code stands on the terminal of the service and works once.')),
  h('label', { class: 'field' }, h('span', {}, say('启用码', 'Code')), code),
  h('label', { class: 'field' }, h('span', {}, say('账户名', 'Account')), account),
  h('label', { class: 'field' }, h('span', {}, say('姓名', 'Name')), name),
  password.fields,
  submit,
  message,
);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  act(submit, message, async () => {
    await send('POST', '/session/setup', { code: code.value.trim(), account: account.value.trim(), name: name.value.trim(), password: password.value() });
    location.assign('/account');
  });
});
byId('main').append(form);
document.documentElement.dataset.ready = 'setup';
