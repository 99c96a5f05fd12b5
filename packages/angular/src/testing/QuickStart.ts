import { Component, inject } from '@angular/core';
import { CallService, ConnectionService, OffhookSoftphone } from '@offhook/angular';

@Component({
  selector: 'app-phone',
  imports: [OffhookSoftphone],
  template: `
    <p>The phone is {{ connection().status }}.</p>
    @if (call.can().answer.allowed) {
      <button (click)="call.answer()">Answer {{ call.call()?.remote?.name }}</button>
    }
    @if (call.can().hangUp.allowed) {
      <button (click)="call.hangUp()">Hang up</button>
    }
    <button (click)="dialer.dial('+12165325078')">Call the office</button>
    <ul>
      @for (each of calls(); track each.id) {
        <li>{{ each.remote.number }}: {{ each.state }}</li>
      }
    </ul>
    <div offhookSoftphone></div>
  `,
})
export class Phone {
  protected readonly connection = inject(ConnectionService).connection;
  protected readonly calls = inject(CallService).calls;
  protected readonly call = inject(CallService).call();
  protected readonly dialer = inject(CallService).dialer();
}
