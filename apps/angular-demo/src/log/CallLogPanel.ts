import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { LogService } from '@offhook/angular';
import { logStateText, shownNote } from '@offhook/demo-kit';
import { drafts } from '../app/desk.js';
import { appTexts } from '../shared/appTexts.js';
import { Icon } from '../shared/Icon.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { callDraft } from './callDraft.js';

/** What the host's own system is to keep of the call in focus, or of the last one. */
@Component({
  selector: 'section[appCallLogPanel]',
  imports: [Icon],
  template: `
    <h2 class="panel-title">{{ texts().callLog }}</h2>
    <form (submit)="$event.preventDefault(); save()">
      <label class="field">
        <span>{{ texts().note }}</span>
        <textarea
          #note
          class="input call-log-note"
          [placeholder]="callId() === undefined ? texts().noteWithoutCall : texts().noteHint"
          [disabled]="callId() === undefined"
          [value]="shownNote()"
          (input)="write(note.value)"
        ></textarea>
      </label>
      <div class="call-log-end">
        <p
          class="log-state"
          role="status"
          [attr.aria-label]="texts().logStateLabel"
          [attr.data-status]="entry.log().status"
        >
          {{ logState() }}
        </p>
        <button type="submit" class="button" [disabled]="callId() === undefined">
          <svg appIcon="save"></svg>
          {{ texts().save }}
        </button>
      </div>
    </form>
  `,
  host: { class: 'panel', '[attr.aria-label]': 'texts().callLog' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallLogPanel {
  /**
   * The call that is logged. An input, which changes with what is on the screen and not before: a key that is pressed
   * just as another call comes into focus still writes for the call that one sees.
   */
  readonly callId = input.required<string | undefined>();
  protected readonly texts = inject(appTexts);
  protected readonly entry = inject(LogService).callLog(this.callId);
  readonly #draft = callDraft(this.callId);
  protected readonly shownNote = computed(() => shownNote(this.#draft(), this.entry.log()));
  protected readonly logState = computed(() => {
    const { log, waiting, pending } = this.entry;
    return logStateText({ log: log(), waiting: waiting(), pending: pending() }, this.texts());
  });

  constructor() {
    noticeErrors(this.entry.lastError);
  }

  protected write(note: string): void {
    const callId = this.callId();
    if (callId !== undefined) drafts.write(callId, note);
  }

  protected save(): void {
    const callId = this.callId();
    const { log, save } = this.entry;
    if (callId !== undefined) void drafts.save(callId, { log: log(), save });
  }
}
