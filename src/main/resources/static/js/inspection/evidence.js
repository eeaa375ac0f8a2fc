// An evidence package, dropped on the page and verified by the service.

import { upload } from '../core/api.js';
import { facts, h } from '../core/dom.js';
import { moment } from '../core/format.js';
import { say } from '../core/lang.js';
import { failed, loading } from '../core/states.js';

export function drawEvidence(node) {
  const result = h('div', { class: 'verified', 'aria-live': 'polite' });
  const file = h('input', { type: 'file', accept: '.zip,application/zip', id: 'package' });
  const zone = h(
    'div',
    { class: 'drop' },
    h('h2', {}, say('核验证据包', 'Verify an evidence package')),
    h('p', {}, say('把证据包（zip）拖到这里，或者选择文件。文件只用于核验，不会被保存。', 'Drop a package (zip) here, or choose the file. It is only verified, not kept.')),
    file,
  );
  const take = async (chosen) => {
    result.replaceChildren(loading());
    try {
      result.replaceChildren(...verdict(await upload('/evidence/verify', chosen, 'application/zip'), chosen.name));
    } catch (problem) {
      result.replaceChildren(failed(problem, say('证据包核验', 'verification'), () => take(chosen)));
    }
  };
  file.addEventListener('change', () => file.files[0] && take(file.files[0]));
  for (const kind of ['dragenter', 'dragover']) zone.addEventListener(kind, (event) => (event.preventDefault(), zone.classList.add('over')));
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    const [chosen] = event.dataTransfer.files;
    if (chosen) take(chosen);
  });
  node.append(h('section', { class: 'card' }, zone, result));
}

function verdict(answer, name) {
  const genuine = answer.valid ?? answer.verified ?? answer.genuine;
  const reasons = answer.reasons ?? answer.faults ?? answer.errors ?? [];
  const checks = answer.checks ?? [];
  return [
    h('p', { class: 'verdict-word' }, h('span', { class: `chip ${genuine ? 'good' : 'grave'}` }, genuine ? say('核验通过：内容与签名一致', 'Genuine: content and signature agree') : say('核验不通过：内容被改动或不完整', 'Not genuine: changed or incomplete')), h('span', { class: 'soft small' }, name)),
    facts([
      [say('对象', 'About'), answer.about ?? answer.subject ?? answer.id],
      [say('生成时间', 'Made'), answer.madeAt ? moment(answer.madeAt) : null],
      [say('签发方', 'Signed by'), answer.signer ?? answer.signedBy],
    ]),
    reasons.length > 0 ? h('ul', { class: 'reasons' }, reasons.map((reason) => h('li', {}, typeof reason === 'string' ? reason : [reason.file ?? reason.path ?? reason.field, reason.message ?? reason.reason].filter(Boolean).join('：')))) : null,
    checks.length > 0 ? h('ul', { class: 'reasons' }, checks.map((check) => h('li', {}, h('span', { class: `chip ${check.passed ?? check.ok ? 'good' : 'grave'}` }, (check.passed ?? check.ok) ? say('通过', 'passed') : say('不通过', 'failed')), ` ${check.message ?? check.name ?? check.what ?? ''}`))) : null,
  ].filter(Boolean);
}
