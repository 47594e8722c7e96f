// Four enhancements and nothing else: the next part of a long story when the reader nears its end,
// larger photos once they have arrived whole, forms that show by themselves that a person sends
// them, so that the person need not, and a banner that keeps quiet for who has given or will be
// reminded, which nobody but this browser knows. The first two work one at a time, so that a page
// never holds more than three connections; whatever fails leaves the page as it was.
(() => {
  'use strict';
  const near = (element, what, margin) => {
    const seen = new IntersectionObserver(
      entries => {
        if (entries.some(e => e.isIntersecting)) {
          seen.disconnect();
          what();
        }
      },
      {rootMargin: margin});
    seen.observe(element);
  };

  const follow = () => {
    const end = document.getElementById('e');
    const next = end && end.querySelector('a[rel=next]');
    if (!next) return;
    near(
      end,
      async () => {
        try {
          const answer = await fetch(next.href);
          if (!answer.ok) return;
          const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
          const more = page.querySelector('.t');
          const tail = page.getElementById('e');
          if (!more || !tail) return;
          const text = document.querySelector('.t');
          const photos = [...more.querySelectorAll('img[data-src]')];
          text.append(...more.childNodes);
          end.replaceWith(tail);
          photos.forEach(watch);
          follow();
        } catch {
          // The link to the next part still stands.
        }
      },
      '600px');
  };

  const link = navigator.connection || {};
  const spare = link.saveData || /2g/.test(link.effectiveType);
  let queue = Promise.resolve();

  const load = address =>
    new Promise((done, failed) => {
      const photo = new Image();
      photo.onload = () => done(photo);
      photo.onerror = failed;
      photo.src = address;
    });

  const enlarge = async img => {
    const wanted = img.clientWidth * devicePixelRatio;
    let photo = await load(img.dataset.src);
    img.src = photo.src;
    const whole = img.closest('a[href$=".webp"]');
    if (whole && photo.naturalWidth < wanted * 0.8) {
      photo = await load(whole.href);
      img.src = photo.src;
    }
  };

  const watch = img => {
    if (spare || img.clientWidth * devicePixelRatio <= img.getAttribute('width')) return;
    near(img, () => (queue = queue.then(() => enlarge(img)).catch(() => {})), '300px');
  };

  const day = 864e5;
  const payday = (d, months) => {
    d.setMonth(d.getMonth() + 1 + months, 0);
    while (d.getDay() % 6 === 0) d.setDate(d.getDate() - 1);
    return +d;
  };
  const times = {
    week: now => now + 7 * day,
    month: now => now + 30 * day,
    payday: now => {
      const next = payday(new Date(now), 0);
      return next > now ? next : payday(new Date(now), 1);
    },
  };

  const banner = () => {
    const now = Date.now();
    const kept = localStorage;
    const given = document.querySelector('[data-quiet]');
    if (given) kept.quiet = now + given.dataset.quiet * day;
    document.querySelectorAll('[data-in]').forEach(button => {
      button.hidden = false;
      button.onclick = () => {
        kept.due = times[button.dataset.in](now);
        location = button.dataset.then;
      };
    });
    const line = document.querySelector('.b');
    const words = @due@;
    const due = +kept.due;
    if (document.querySelector('.once') && due < now) kept.removeItem('due');
    if (!line) return;
    if (due && due < now) line.prepend((words[document.documentElement.lang] || words.en) + ' ');
    else if (due > now || +kept.quiet > now) {
      // Once the page is painted nothing on it moves any more: the banner leaves its place empty.
      // Its animation is pending until then.
      const [fresh] = line.getAnimations();
      if (fresh && fresh.pending) line.hidden = true;
      else line.style.visibility = 'hidden';
    }
  };

  try {
    banner();
  } catch {
    // Nothing can be kept here; the banner stays.
  }
  // Loaded when somebody begins to fill a form; until then it costs nothing.
  document.querySelectorAll('[name=reference]').forEach(({form}) =>
    form.addEventListener(
      'focusin',
      () => {
        const work = import('./@work@').then(m => m.default(form)).catch(() => {});
        form.addEventListener(
          'submit',
          async event => {
            event.preventDefault();
            form.setAttribute('aria-busy', 'true');
            await work;
            // Not within the event: a form that is being sent is not sent again.
            setTimeout(() => form.requestSubmit(event.submitter));
          },
          {once: true});
      },
      {once: true}));

  follow();
  document.querySelectorAll('img[data-src]').forEach(watch);
})();
