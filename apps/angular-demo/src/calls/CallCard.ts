import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { CallService } from '@offhook/angular';
import { callButtons, partyDetail, partyName, type CardAction } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Avatar } from '../shared/Avatar.js';
import { IconButton } from '../shared/IconButton.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { Keypad } from './Keypad.js';
import { TalkTimer } from './TalkTimer.js';
import { TransferDialog } from './TransferDialog.js';

const buttonClass: Partial<Record<CardAction, string>> = {
  answer: 'icon-button-go',
  reject: 'icon-button-danger icon-button-end apart',
  hangUp: 'icon-button-danger icon-button-end apart',
};

/** One live call. It renders when its own call changes, and for no other. */
@Component({
  selector: 'li[appCallCard]',
  imports: [Avatar, IconButton, Keypad, TalkTimer, TransferDialog],
  template: `
    @if (controls.call(); as call) {
      <div class="call-head">
        <app-avatar [name]="name() ?? ''" />
        <div class="who">
          <span class="who-name clip">{{ name() }}</span>
          <span class="who-number clip">{{ detail() }}</span>
        </div>
        <div class="call-status">
          <span class="pill">{{ texts().callState[call.state] }}</span>
          <app-talk-timer [call]="call" />
        </div>
      </div>
      <div class="call-buttons">
        @for (button of buttons(); track button.action) {
          <button
            [appIconButton]="button.action"
            [attr.aria-label]="texts().action[button.action]"
            [class]="buttonClass[button.action]"
            [attr.aria-expanded]="button.action === 'sendDtmf' ? keypadOpen() : null"
            [disabledBecause]="button.disabledBecause"
            (click)="run(button.action)"
          ></button>
        }
      </div>
      @if (keypadOpen() && controls.can().sendDtmf.allowed) {
        <app-keypad (pressed)="controls.sendDtmf($event)" />
      }
      @if (transferring() && controls.can().transfer.allowed) {
        <dialog
          appTransferDialog
          [name]="name() ?? ''"
          (transferred)="controls.transfer($event)"
          (closed)="transferring.set(false)"
        ></dialog>
      }
    }
  `,
  host: {
    class: 'call',
    '[attr.data-call]': 'appCallCard()',
    '[attr.data-state]': 'controls.call()?.state',
    '[attr.aria-label]': 'name()',
    '[attr.aria-busy]': 'controls.pending()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallCard {
  /** The call's id. */
  readonly appCallCard = input.required<string>();
  protected readonly texts = inject(appTexts);
  protected readonly controls = inject(CallService).call(this.appCallCard);
  protected readonly keypadOpen = signal(false);
  protected readonly transferring = signal(false);
  protected readonly buttonClass = buttonClass;

  protected readonly name = computed(() => {
    const call = this.controls.call();
    return call && partyName(call.remote, call.match, this.texts().unknownCaller);
  });
  protected readonly detail = computed(() => {
    const call = this.controls.call();
    return call && partyDetail(call.remote, call.match, this.texts());
  });
  protected readonly buttons = computed(() => {
    const call = this.controls.call();
    const texts = this.texts();
    if (call === undefined) return [];
    return callButtons(call, this.controls.can()).map(({ action, unsupported }) => ({
      action,
      disabledBecause: unsupported && texts.reason(unsupported.code, unsupported.text),
    }));
  });

  constructor() {
    noticeErrors(this.controls.lastError);
  }

  protected run(action: CardAction): void {
    if (action === 'sendDtmf') this.keypadOpen.update((open) => !open);
    else if (action === 'transfer') this.transferring.set(true);
    else void this.controls[action]();
  }
}
