import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { VideoService } from '@offhook/angular';
import { deviceChoice } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';
import { uniqueId } from '../shared/uniqueId.js';

/** Which microphone or camera the call uses; it changes while the call goes on. */
@Component({
  selector: 'div[appDeviceSelect]',
  template: `
    <label [for]="selectId">{{ choice().label }}</label>
    <select #box class="select" [id]="selectId" (change)="choose(box.value)">
      @if (choice().selected === '') {
        <option value="" selected></option>
      }
      @for (option of choice().options; track option.id) {
        <option [value]="option.id" [selected]="option.id === choice().selected">{{ option.label }}</option>
      }
    </select>
  `,
  host: { class: 'field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeviceSelect {
  readonly appDeviceSelect = input.required<'audio' | 'video'>();
  /** What is sent. */
  readonly local = input.required<readonly MediaStream[]>();
  readonly chosen = output<string>();
  readonly #texts = inject(appTexts);
  readonly #devices = inject(VideoService).mediaDevices;
  readonly #last = signal<string | undefined>(undefined);
  protected readonly selectId = uniqueId();
  protected readonly choice = computed(() =>
    deviceChoice(
      {
        kind: this.appDeviceSelect(),
        devices: this.#devices(),
        chosen: this.#last(),
        local: this.local(),
      },
      this.#texts(),
    ),
  );

  protected choose(deviceId: string): void {
    this.#last.set(deviceId);
    this.chosen.emit(deviceId);
  }
}
