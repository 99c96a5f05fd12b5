import type { Contact } from '@offhook/core';
import { Avatar } from '../shared/Avatar.js';

export function ContactCard({ contact }: { readonly contact: Contact }) {
  return (
    <div className="contact-card">
      <Avatar name={contact.name} />
      <div className="who">
        <span className="who-name">{contact.name}</span>
        <div className="contact-facts">
          {contact.company !== undefined && <span>{contact.company}</span>}
          {contact.phones.map(({ number }) => (
            <span key={number} className="number">
              {number}
            </span>
          ))}
          {contact.emails.map((email) => (
            <a key={email} href={`mailto:${email}`}>
              {email}
            </a>
          ))}
        </div>
      </div>
    </div>
  );
}
