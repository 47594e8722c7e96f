// Lets the browser work for about a second, so that nobody sends a thousand forms for nothing: finds
// a number such that SHA-256 (FIPS 180-4) of the site's challenge and it begins with zeros. What the
// form would be sent without, the site asks for in a page of its own.
const words = @words@;

// Of a text of at most 55 characters: one block.
const constants = [];
const start = [];
for (let n = 2; constants.length < 64; n++) {
  if ([...Array(n).keys()].every(d => d < 2 || n % d)) {
    const part = root => ((root - Math.floor(root)) * 2 ** 32) | 0;
    if (start.length < 8) start.push(part(Math.sqrt(n)));
    constants.push(part(Math.cbrt(n)));
  }
}
const w = new Int32Array(64);
const first = text => {
  w.fill(0);
  for (let i = 0; i <= text.length; i++) {
    w[i >> 2] |= (i < text.length ? text.charCodeAt(i) : 128) << (24 - 8 * (i & 3));
  }
  w[15] = text.length * 8;
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    w[i] =
      w[i - 16] + w[i - 7] +
      (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) +
      (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = start;
  for (let i = 0; i < 64; i++) {
    const t =
      (h + constants[i] + w[i] +
       (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) +
       ((e & f) ^ (~e & g))) | 0;
    const u =
      ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) +
       ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + t) | 0;
    d = c; c = b; b = a; a = (t + u) | 0;
  }
  return (a + start[0]) >>> 0;
};

// In short turns, so that typing goes on.
const solve = async () => {
  const answer = await fetch('/forms/challenge');
  const [, challenge, bits] = /^([\w-]{43}) (\d+)$/.exec(await answer.text());
  for (let number = 0; ; ) {
    for (const end = performance.now() + 25; performance.now() < end; ) {
      for (let i = 0; i < 200; i++, number++) {
        if (Math.clz32(first(challenge + '.' + number)) >= bits) return {challenge, proof: number};
      }
    }
    await new Promise(done => setTimeout(done));
  }
};

const put = (form, fields) => {
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
};

// Of copies of these pages, most take no forms. The paper's own address does.
const lead = form => {
  const own = document.querySelector('link[rel=canonical]');
  const letter = form.querySelector('a[href*="letters/"]');
  const to = new URL(letter ? letter.getAttribute('href') : '', own ? own.href : location.href);
  if (to.host === location.host) return;
  const link = document.createElement('a');
  link.href = to;
  link.textContent = to.host;
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  line.append((words[document.documentElement.lang] || words.en) + ' ', link);
  form.append(line);
};

export default form => solve().then(fields => put(form, fields), () => lead(form));
