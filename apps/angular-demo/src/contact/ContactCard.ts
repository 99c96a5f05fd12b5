import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Contact } from '@offhook/core';
import { Avatar } from '../shared/Avatar.js';

@Component({
  selector: 'app-contact-card',
  imports: [Avatar],
  template: `
    <app-avatar [name]="contact().name" />
    <div class="who">
      <span class="who-name">{{ contact().name }}</span>
      <div class="contact-facts">
        @if (contact().company; as company) {
          <span>{{ company }}</span>
        }
        @for (phone of contact().phones; track phone.number) {
          <span class="number">{{ phone.number }}</span>
        }
        @for (email of contact().emails; track email) {
          <a href="mailto:{{ email }}">{{ email }}</a>
        }
      </div>
    </div>
  `,
  host: { class: 'contact-card' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactCard {
  readonly contact = input.required<Contact>();
}
