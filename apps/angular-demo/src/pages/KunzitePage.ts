import { ChangeDetectionStrategy, Component } from '@angular/core';
import { kunziteOpensOn, type FindContacts } from '@offhook/demo-kit';
import { kunzitePhone } from '../app/phones.js';
import { ContactSearchPanel } from '../contacts/ContactSearchPanel.js';
import { ContactsPanel } from '../contacts/ContactsPanel.js';
import { SoftphonePage } from './SoftphonePage.js';

@Component({
  selector: 'app-kunzite-page',
  imports: [ContactSearchPanel, ContactsPanel, SoftphonePage],
  template: `
    <app-softphone-page [suggest]="suggest" [openOn]="openOn">
      <form appContactsPanel [book]="book"></form>
      <app-contact-search-panel />
    </app-softphone-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KunzitePage {
  protected readonly book = kunzitePhone().book;
  protected readonly openOn = kunziteOpensOn;
  protected readonly suggest: FindContacts = (text, signal) => this.book.contacts.search(text, signal);
}
