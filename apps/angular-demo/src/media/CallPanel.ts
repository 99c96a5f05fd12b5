import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ChatService, VideoService } from '@offhook/angular';
import { videoCallView } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { Avatar } from '../shared/Avatar.js';
import { IconButton } from '../shared/IconButton.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { DeviceSelect } from './DeviceSelect.js';

/** A call while it goes on, and after it why it ended. */
@Component({
  selector: 'section[appCallPanel]',
  imports: [Avatar, DeviceSelect, IconButton],
  template: `
    <!-- Always there: what it says is read out as it changes. -->
    <p role="status" class="media-news" [attr.data-trouble]="view().isTrouble">{{ view().text }}</p>
    @if (view().isLive) {
      <div class="talk-pictures" [class.talk-pictures-seen]="view().hasRemotePicture">
        @for (stream of view().remote; track stream.id) {
          <video
            class="talk-remote"
            [srcObject]="stream"
            [attr.aria-label]="texts().chat.media.otherPicture(view().agent)"
            autoplay
            playsinline
          ></video>
        }
        @if (!view().hasRemotePicture) {
          <app-avatar [name]="view().agent" />
        }
        @if (view().own; as own) {
          <video
            class="talk-own"
            [srcObject]="own"
            [attr.aria-label]="texts().chat.media.ownPicture"
            autoplay
            playsinline
            [muted]="true"
          ></video>
        }
      </div>
      <div class="talk-controls">
        @for (control of view().controls; track control.key) {
          <button
            [appIconButton]="control.action"
            [attr.aria-label]="control.label"
            [class]="control.kind"
            [disabledBecause]="control.disabledBecause"
            (click)="call[control.action]()"
          ></button>
        }
        @if (view().quality; as quality) {
          <span class="talk-quality" [attr.data-level]="quality.level">{{ quality.text }}</span>
        }
      </div>
      <div class="talk-devices">
        @for (kind of view().devices; track kind) {
          <div [appDeviceSelect]="kind" [local]="call.streams().local" (chosen)="choose(kind, $event)"></div>
        }
      </div>
    }
  `,
  host: {
    class: 'talk',
    '[class.talk-on]': 'view().isLive',
    '[attr.aria-label]': 'view().isLive ? texts().chat.media.call : undefined',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CallPanel {
  readonly chatId = input<string>();
  protected readonly texts = inject(appTexts);
  readonly #chat = inject(ChatService).chat(this.chatId);
  protected readonly call = inject(VideoService).videoCall(this.chatId);
  protected readonly view = computed(() =>
    videoCallView(
      {
        chat: this.#chat.chat(),
        video: this.call.video(),
        streams: this.call.streams(),
        can: this.call.can(),
      },
      this.texts(),
    ),
  );

  constructor() {
    noticeErrors(this.call.lastError);
  }

  protected choose(kind: 'audio' | 'video', deviceId: string): void {
    void this.call.setDevices({ [kind]: deviceId });
  }
}
