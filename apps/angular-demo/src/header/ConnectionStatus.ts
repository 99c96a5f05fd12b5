import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { ConnectionService } from '@offhook/angular';
import { connectionText } from '@offhook/demo-kit';
import { appTexts } from '../shared/appTexts.js';

@Component({
  selector: 'app-connection-status',
  template: '{{ text() }}',
  host: {
    class: 'connection',
    role: 'status',
    '[attr.aria-label]': 'texts().connection',
    '[attr.data-status]': 'connection().status',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ConnectionStatus {
  protected readonly texts = inject(appTexts);
  protected readonly connection = inject(ConnectionService).connection;
  protected readonly text = computed(() => connectionText(this.connection(), this.texts()));
}
