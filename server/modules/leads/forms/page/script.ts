/**
 * What the form's page does in a browser that runs scripts; without it all of it works but for the time to fill, the
 * device's mark and the height within another page. Mistakes are told and a likelier e-mail address is offered while
 * one types; nothing is changed unless one says so.
 */
export const SCRIPT = `
(() => {
  'use strict';
  const isFramed = window.parent !== window;
  const tell = (message) => { if (isFramed) window.parent.postMessage({ leadbourse: true, ...message }, '*'); };
  const tellHeight = () => tell({ height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
  if (isFramed) {
    if (window.ResizeObserver) new ResizeObserver(tellHeight).observe(document.documentElement);
    window.addEventListener('load', tellHeight);
    tellHeight();
  }
  const goOn = document.querySelector('[data-go-on]');
  if (goOn) { tell({ goOn: goOn.href }); return; }
  const form = document.querySelector('form[data-form]');
  if (!form) return;
  const field = (name) => form.elements.namedItem(name);
  const shownAt = performance.now();
  const before = Number(field('filled_ms').value) || 0;

  const mark = () => {
    const key = 'leadbourse-device';
    try {
      let known = localStorage.getItem(key);
      if (!known) {
        known = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
        localStorage.setItem(key, known);
      }
      return known;
    } catch { return ''; }
  };

  form.addEventListener('submit', () => {
    field('filled_ms').value = String(Math.round(before + performance.now() - shownAt));
    field('device').value = mark();
    const button = form.querySelector('button[data-send]');
    setTimeout(() => { button.disabled = true; });
    setTimeout(() => { button.disabled = false; }, 20000);
  });
  // Back on the page: its token is used, another one is fetched with it.
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

  const say = (name, words) => {
    const input = field(name);
    const place = document.getElementById(name + '-wrong');
    if (!input || !place) return;
    place.textContent = words || '';
    if (!input.setAttribute) return;
    if (words) input.setAttribute('aria-invalid', 'true'); else input.removeAttribute('aria-invalid');
  };
  const offerPlace = document.getElementById('email-offer');
  const offer = (address) => {
    if (!offerPlace) return;
    offerPlace.replaceChildren();
    if (!address) return;
    const shown = document.getElementById('offer').content.cloneNode(true);
    shown.querySelector('b').textContent = address;
    shown.querySelector('[data-take]').value = address;
    offerPlace.append(shown);
  };

  const asked = {};
  const check = async (name) => {
    const value = field(name).value;
    if (value.trim() === '') { if (name === 'email') offer(null); return; }
    const turn = asked[name] = (asked[name] || 0) + 1;
    try {
      const answer = await fetch(form.dataset.check, { method: 'POST', body: new URLSearchParams({ [name]: value }) });
      if (!answer.ok) return;
      const told = await answer.json();
      if (turn !== asked[name] || field(name).value !== value) return;
      say(name, told.wrong);
      if (name === 'email') offer(field('email_offered').value === value ? null : told.offer);
    } catch { /* the server says it when the form is sent */ }
  };
  for (const name of ['phone', 'email']) {
    const input = field(name);
    if (input) input.addEventListener('change', () => void check(name));
  }
  form.addEventListener('input', ({ target }) => {
    if (target.name) say(target.name, '');
    if (target.name === 'email') offer(null);
  });
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-take], [data-keep]');
    if (!button) return;
    event.preventDefault();
    const email = field('email');
    if (button.hasAttribute('data-take')) email.value = button.value;
    field('email_offered').value = email.value;
    say('email', '');
    offer(null);
    email.focus();
  });
  const summary = document.querySelector('.summary');
  if (summary) summary.focus();
})();
`;

/**
 * What a site puts into its page: shows the form below the script's own place, in a frame as high as what it holds, and
 * hands the visit's tags on to it.
 */
export const EMBED = `
(() => {
  'use strict';
  const script = document.currentScript;
  const form = script && script.dataset.form;
  if (!form) return;
  const market = new URL(script.src).origin;
  const address = new URL('/f/' + encodeURIComponent(form), market);
  address.searchParams.set('embed', '1');
  for (const [name, value] of new URLSearchParams(location.search))
    if (/^utm_(source|medium|campaign|term|content)$/.test(name)) address.searchParams.set(name, value.slice(0, 120));
  const bare = (page) => { try { const url = new URL(page); return url.origin + url.pathname; } catch { return ''; } };
  address.searchParams.set('landing_page', bare(location.href));
  if (document.referrer && bare(document.referrer) !== bare(location.href)) address.searchParams.set('referrer', bare(document.referrer));
  const frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = script.dataset.title || 'Form';
  frame.style.cssText = 'display:block;width:100%;border:0;height:640px;color-scheme:light dark';
  script.after(frame);
  let shownHeight = 0;
  window.addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow || event.origin !== market || !event.data || event.data.leadbourse !== true) return;
    const { height, goOn } = event.data;
    if (typeof height === 'number' && height > 0 && height < 20000) {
      frame.style.height = height + 'px';
      // Another page of the form is shown: its top is what is to be seen.
      if (height < shownHeight / 2) frame.scrollIntoView({ block: 'nearest' });
      shownHeight = height;
    }
    if (typeof goOn === 'string' && /^https?:/.test(goOn)) location.assign(goOn);
  });
})();
`;
