// A report by anybody: a bird seen, or a conduct, with photo and place.

import { call } from '../core/api.js';
import { h } from '../core/dom.js';
import { say, word } from '../core/lang.js';
import { itemWord } from '../core/settings.js';
import { act } from '../core/states.js';
import { placePicker } from './place.js';

const PHOTOS = 5;

export function drawReport(node, settings, follow) {
  const state = { kind: 'conduct' };
  const message = h('p', { class: 'message', role: 'status' });
  const fields = conductFields(settings);
  const kinds = h('fieldset', { class: 'kinds' }, h('legend', {}, say('要上报什么', 'What do you report')), kind('conduct', say('违法行为', 'A violation'), true), kind('bird', say('看到的鸟', 'A bird'), false));
  kinds.addEventListener('change', (event) => {
    state.kind = event.target.value;
    fields.show(state.kind);
  });
  const time = h('input', { type: 'datetime-local', required: true, value: localNow(), max: localNow() });
  const description = h('textarea', { rows: 3, maxLength: 2000, required: true });
  const contact = h('input', { type: 'text', maxLength: 100, autocomplete: 'tel' });
  const photos = h('input', { type: 'file', accept: 'image/jpeg,image/png,image/webp,image/heic', multiple: true });
  const previews = h('div', { class: 'previews' });
  photos.addEventListener('change', () => showPhotos(photos, previews));
  const placeNode = h('div', { class: 'place' });
  const submit = h('button', {}, say('提交', 'Send'));
  const form = h(
    'form',
    { class: 'report-form' },
    kinds,
    fields.node,
    h('label', { class: 'field' }, h('span', {}, say('时间', 'When')), time),
    h('label', { class: 'field' }, h('span', {}, say('看到了什么', 'What you saw')), description),
    h('div', { class: 'field', role: 'group', 'aria-label': say('地点', 'Where') }, h('span', {}, say('地点', 'Where')), placeNode),
    h('label', { class: 'field' }, h('span', {}, say(`照片（最多 ${PHOTOS} 张）`, `Photos (up to ${PHOTOS})`)), photos),
    previews,
    h('label', { class: 'field' }, h('span', {}, say('联系方式（可不填，只有办案人员可见）', 'How to reach you (optional, seen by officers only)')), contact),
    submit,
    message,
  );
  const place = placePicker(placeNode, settings);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    act(submit, message, async () => {
      if (place.position() === null) {
        message.className = 'message bad';
        message.textContent = say('请先标出地点。', 'Mark the place first.');
        return;
      }
      const report = {
        ...fields.values(state.kind),
        time: `${time.value.length === 16 ? `${time.value}:00` : time.value}+08:00`,
        position: { type: 'Point', coordinates: place.position() },
        description: description.value.trim(),
        ...(contact.value.trim() === '' ? {} : { contact: contact.value.trim() }),
      };
      const answer = await deliver(report, [...photos.files].slice(0, PHOTOS));
      form.replaceChildren(thanks(answer));
      follow(receiptOf(answer));
    });
  });
  node.append(h('h2', {}, say('我要上报', 'Report')), form);
}

const kind = (value, words, checked) => h('label', { class: 'check' }, h('input', { type: 'radio', name: 'kind', value, checked }), words);

/** The city's clock, in the form that the input wants. */
const localNow = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16);

function conductFields(settings) {
  const items = [...new Set(settings.conducts.map((each) => each.item))];
  const conduct = h('select', {}, items.map((item) => h('optgroup', { label: itemWord(item) }, settings.conducts.filter((each) => each.item === item).map((each) => h('option', { value: each.code }, word(each))))));
  const species = h('input', { type: 'text', maxLength: 200 });
  const count = h('input', { type: 'number', min: 0, max: 100000 });
  const conductLabel = h('label', { class: 'field' }, h('span', {}, say('行为', 'Conduct')), conduct);
  const node = h('div', { class: 'row' }, conductLabel, h('label', { class: 'field' }, h('span', {}, say('鸟的种类（如知道）', 'Species, if known')), species), h('label', { class: 'field' }, h('span', {}, say('数量', 'How many')), count));
  return {
    node,
    show: (wanted) => (conductLabel.hidden = wanted !== 'conduct'),
    values: (wanted) => ({
      kind: wanted,
      ...(wanted === 'conduct' ? { conduct: conduct.value } : {}),
      ...(species.value.trim() === '' ? {} : { species: species.value.trim() }),
      ...(count.value === '' ? {} : { count: Number(count.value) }),
    }),
  };
}

function showPhotos(input, previews) {
  previews.replaceChildren(
    ...[...input.files].slice(0, PHOTOS).map((file) => {
      const url = URL.createObjectURL(file);
      return h('img', { src: url, alt: file.name, onload: () => URL.revokeObjectURL(url) });
    }),
  );
}

/** Without photos the report is JSON; with them it is the part `report` of a multipart body. */
async function deliver(report, photos) {
  if (photos.length === 0) return (await call('POST', '/public/reports', { body: JSON.stringify(report), type: 'application/json' })).json();
  const body = new FormData();
  body.append('report', new Blob([JSON.stringify(report)], { type: 'application/json' }));
  for (const photo of photos) body.append('photo', photo, photo.name);
  return (await call('POST', '/public/reports', { body })).json();
}

const receiptOf = (answer) => answer.receipt?.number ?? answer.receipt ?? answer.id;

function thanks(answer) {
  return h(
    'div',
    { class: 'thanks', role: 'status' },
    h('p', { class: 'state-title' }, say('已收到，谢谢您。', 'Received. Thank you.')),
    h('p', {}, say('受理号', 'Receipt number')),
    h('p', { class: 'receipt num' }, receiptOf(answer)),
    h('p', { class: 'small soft' }, say('请记下受理号，凭它查询进度。', 'Keep the number: with it you can follow your report.')),
    h('button', { type: 'button', class: 'quiet', onclick: () => location.reload() }, say('再报一条', 'Report another')),
  );
}
