// Browsers open dialogs and jsdom doesn't. What the browser does with focus and Escape is tested in one.
if ('HTMLDialogElement' in globalThis)
  Object.assign(globalThis.HTMLDialogElement.prototype, {
    showModal() {
      this.setAttribute('open', '');
    },
    close() {
      if (!this.hasAttribute('open')) return;
      this.removeAttribute('open');
      this.dispatchEvent(new Event('close'));
    },
  });

// Browsers play what is sent and jsdom has no sound.
if ('HTMLMediaElement' in globalThis)
  Object.assign(globalThis.HTMLMediaElement.prototype, {
    play: () => Promise.resolve(),
    pause: () => undefined,
  });
