// A report by anybody: a bird seen, or a conduct, with photo and place.

import { call } from '../core/api.js';
import { h } from '../core/dom.js';
import { say, word } from '../core/lang.js';
import { itemWord } from '../core/settings.js';
import { act } from '../core/states.js';
import { placePicker } from './place.js';

const PHOTOS = 5;
const CASUALTIES = { dead: ['死亡', 'Dead'], injured: ['受伤', 'Hurt'], sick: ['生病', 'Sick'], trapped: ['受困', 'Trapped'] };

export function drawReport(node, settings, follow) {
  const state = { kind: 'conduct' };
  const message = h('p', { class: 'message', role: 'status' });
  const fields = conductFields(settings);
  const kinds = h('fieldset', { class: 'kinds' }, h('legend', {}, say('要上报什么', 'What do you report')), kind('conduct', say('违法行为', 'A violation'), true), kind('casualty', say('伤病、受困或死亡的鸟', 'Hurt, sick, trapped or dead birds'), false), kind('sighting', say('看到的鸟', 'Birds seen'), false));
  kinds.addEventListener('change', (event) => {
    state.kind = event.target.value;
    fields.show(state.kind);
  });
  const time = h('input', { type: 'datetime-local', required: true, value: localNow(), max: localNow() });
  const description = h('textarea', { rows: 3, maxLength: 2000, required: true });
  const name = h('input', { type: 'text', maxLength: 100, autocomplete: 'name' });
  const phone = h('input', { type: 'tel', maxLength: 100, autocomplete: 'tel' });
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
    h('div', { class: 'row' }, h('label', { class: 'field' }, h('span', {}, say('姓名（可不填）', 'Name (optional)')), name), h('label', { class: 'field' }, h('span', {}, say('电话（可不填）', 'Phone (optional)')), phone)),
    h('p', { class: 'small soft' }, say('姓名和电话加密保存，查看须说明理由并留痕。', 'Name and phone are kept encrypted; who opens them gives a reason, and that is recorded.')),
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
        ...reporter(name.value.trim(), phone.value.trim()),
      };
      const answer = await deliver(report, [...photos.files].slice(0, PHOTOS));
      form.replaceChildren(thanks(answer));
      node.scrollIntoView({ block: 'start' });
      form.querySelector('.receipt').focus({ preventScroll: true });
      follow(answer.receipt);
    });
  });
  node.append(h('h2', {}, say('我要上报', 'Report')), form);
}

const reporter = (name, phone) => (name === '' && phone === '' ? {} : { reporter: { name: name || null, phone: phone || null } });

const kind = (value, words, checked) => h('label', { class: 'check' }, h('input', { type: 'radio', name: 'kind', value, checked }), words);

/** The city's clock, in the form that the input wants. */
const localNow = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16);

/** The fields that go with what is reported. */
function conductFields(settings) {
  const items = [...new Set(settings.conducts.map((each) => each.item))];
  const conduct = h('select', {}, items.map((item) => h('optgroup', { label: itemWord(item) }, settings.conducts.filter((each) => each.item === item).map((each) => h('option', { value: each.code }, word(each))))));
  const species = h('input', { type: 'text', maxLength: 200, placeholder: say('中文名或学名', 'Chinese or scientific name') });
  const state = h('select', {}, Object.entries(CASUALTIES).map(([code, words]) => h('option', { value: code }, say(...words))));
  const count = h('input', { type: 'number', min: 1, max: 100000 });
  const field = (words, input) => h('label', { class: 'field' }, h('span', {}, words), input);
  const conductField = field(say('行为', 'Conduct'), conduct);
  const stateField = field(say('情况', 'What they are'), state);
  const speciesWords = h('span');
  const node = h('div', { class: 'row' }, conductField, stateField, h('label', { class: 'field' }, speciesWords, species), field(say('数量', 'How many'), count));
  const show = (about) => {
    conductField.hidden = about !== 'conduct';
    stateField.hidden = about !== 'casualty';
    species.required = about === 'sighting';
    count.required = about === 'casualty';
    speciesWords.textContent = about === 'sighting' ? say('鸟的种类', 'Species') : say('鸟的种类（如知道）', 'Species, if known');
  };
  show('conduct');
  return {
    node,
    show,
    values: (about) => ({
      about,
      ...(about === 'conduct' ? { conduct: conduct.value } : {}),
      ...(species.value.trim() === '' ? {} : { species: species.value.trim() }),
      ...(count.value === '' ? {} : { [about === 'casualty' ? state.value : 'count']: Number(count.value) }),
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

function thanks(answer) {
  return h(
    'div',
    { class: 'thanks', role: 'status' },
    h('p', { class: 'state-title' }, say('已收到，谢谢您。', 'Received. Thank you.')),
    h('p', {}, say('回执号', 'Receipt number')),
    h('p', { class: 'receipt num', tabIndex: -1 }, answer.receipt),
    h('p', { class: 'small soft' }, say('请记下回执号：凭它查询进度，没有别的办法。', 'Keep the number: with it you can follow your report.')),
    h('button', { type: 'button', class: 'quiet', onclick: () => location.reload() }, say('再报一条', 'Report another')),
  );
}
