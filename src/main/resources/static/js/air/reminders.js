// Reminders of single stations, to answer.

import { get, send } from '../core/api.js';
import { announce, h } from '../core/dom.js';
import { moment } from '../core/format.js';
import { say } from '../core/lang.js';
import { STATES, STEPS, conductWord, placeName, wordOf } from '../core/settings.js';
import { may } from '../core/session.js';
import { act, empty, fill } from '../core/states.js';

const MOST = 30;

export function drawReminders(node, { session }) {
  const place = h('div', { class: 'reminders' });
  node.append(h('section', { class: 'card' }, h('h2', {}, say('点位高值提醒', 'Reminders of single stations')), place));
  const names = new Map();
  const load = async () => {
    const [alerts, stations] = await Promise.all([get('/alerts', { kind: 'pollution', supported: true, limit: 200 }), get('/stations')]);
    for (const { properties } of stations.features) names.set(properties.id, properties.name);
    return alerts;
  };
  const draw = () =>
    fill(place, say('提醒', 'reminders'), load, ({ items }) => {
      const reminders = items.filter((each) => !each.conduct.startsWith('warning-'));
      const open = reminders.filter((each) => each.next.length > 0);
      if (reminders.length === 0) return empty(say('没有提醒', 'No reminders'));
      return [
        h('p', { class: 'small soft' }, say(`${open.length} 条待办，最近 ${Math.min(MOST, reminders.length)} 条如下`, `${open.length} open; the newest ${Math.min(MOST, reminders.length)}`)),
        h('ul', { class: 'reminder-list' }, [...open, ...reminders.filter((each) => !open.includes(each))].slice(0, MOST).map((each) => reminder(each, names, session, draw))),
      ];
    });
  draw();
}

function reminder(alert, names, session, again) {
  const answer = h('input', { type: 'text', maxLength: 500, placeholder: say('原因与处置', 'Cause, and what was done'), 'aria-label': say('答复', 'Answer') });
  const message = h('p', { class: 'message', role: 'status' });
  const buttons = may(session, 'environment')
    ? alert.next.map((to) => {
        const button = h('button', { type: 'button', class: 'quiet' }, wordOf(STEPS, to));
        button.addEventListener('click', () =>
          act(button, message, async () => {
            await send('POST', `/alerts/${encodeURIComponent(alert.id)}/transitions`, { to, note: answer.value.trim() || null });
            announce(say('答复已记录', 'The answer is on file'));
            await again();
          }),
        );
        return button;
      })
    : [];
  return h(
    'li',
    {},
    h('div', { class: 'card-head' }, h('b', {}, `${conductWord(alert.conduct)} · ${names.get(alert.subject) ?? placeName(alert.subject)}`), h('span', { class: 'chip' }, wordOf(STATES, alert.state))),
    h('p', { class: 'small' }, alert.grounds[0]?.fact ?? moment(alert.time)),
    buttons.length > 0 ? h('div', { class: 'row' }, h('label', { class: 'field wide' }, answer), buttons) : null,
    message,
  );
}
