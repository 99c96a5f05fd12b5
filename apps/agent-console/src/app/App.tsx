import { useEffect, useState } from 'react';
import { createDesk } from '../desk/createDesk.js';
import type { Desk } from '../desk/desk.js';
import type { KeptSignIn } from '../desk/keptSignIn.js';
import type { SignedIn } from '../desk/signIn.js';
import type { SiteAddress } from '../desk/siteAddress.js';
import { DeskContext } from '../parts/shared/deskContext.js';
import { Console } from './Console.js';
import { SignInPage } from './SignInPage.js';

interface AppProps {
  readonly address: SiteAddress;
  readonly kept: KeptSignIn;
  /** A name for the sign-in to begin with. */
  readonly name: string;
}

/** The sign-in, then the desk. */
export function App({ address, kept, name }: AppProps) {
  const [reason, setReason] = useState<string>();
  const [desk, setDesk] = useState<Desk | undefined>(() => {
    const signedIn = kept.get();
    return signedIn === undefined ? undefined : open(signedIn);
  });

  function open(signedIn: SignedIn): Desk {
    return createDesk({
      address,
      signedIn,
      onSignedOut(why) {
        kept.set(undefined);
        setReason(why === 'forbidden' ? 'You are signed in no more. Sign in again.' : undefined);
        setDesk(undefined);
      },
    });
  }

  useEffect(() => () => desk?.close(), [desk]);

  if (desk === undefined) {
    return (
      <SignInPage
        address={address}
        reason={reason}
        name={name}
        onSignedIn={(answer) => {
          kept.set(answer);
          setDesk(open(answer));
        }}
      />
    );
  }
  return (
    <DeskContext value={desk}>
      <Console />
    </DeskContext>
  );
}
