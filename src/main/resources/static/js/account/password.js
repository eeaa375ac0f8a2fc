// A new password, typed twice.

import { h } from '../core/dom.js';
import { say } from '../core/lang.js';

export function newPassword() {
  const first = h('input', { type: 'password', required: true, autocomplete: 'new-password' });
  const again = h('input', { type: 'password', required: true, autocomplete: 'new-password' });
  const compare = () => again.setCustomValidity(again.value === first.value ? '' : say('两次输入不一致', 'The two differ'));
  first.addEventListener('input', compare);
  again.addEventListener('input', compare);
  return {
    value: () => first.value,
    fields: [h('label', { class: 'field' }, h('span', {}, say('新密码', 'New password')), first), h('label', { class: 'field' }, h('span', {}, say('再输一次', 'Again')), again)],
  };
}
