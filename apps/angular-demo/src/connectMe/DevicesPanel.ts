import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ConnectionService } from '@offhook/angular';
import type { DeviceKind } from '@offhook/core';
import { appTexts } from '../shared/appTexts.js';
import { noticeErrors } from '../shared/noticeErrors.js';
import { Switch } from '../shared/Switch.js';

/** What the vendor leaves to this page: a change tells the widget anew what the page can do. */
@Component({
  selector: 'app-devices-panel',
  imports: [Switch],
  template: `
    <h2 class="panel-title">{{ texts().devices }}</h2>
    <div class="switches">
      @for (kind of kinds; track kind) {
        @let device = devices[kind]();
        <app-switch
          [label]="texts().device[kind]"
          [on]="device.delegated"
          [detail]="device.on ? texts().deviceOn[kind] : texts().deviceDetail[kind]"
          (toggled)="devices.delegate(kind, !device.delegated)"
        />
      }
    </div>
  `,
  host: { class: 'panel' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DevicesPanel {
  protected readonly texts = inject(appTexts);
  protected readonly kinds: readonly DeviceKind[] = ['ringer', 'speaker', 'share'];
  protected readonly devices = inject(ConnectionService).devices();

  constructor() {
    noticeErrors(this.devices.lastError);
  }
}
