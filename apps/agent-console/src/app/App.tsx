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
  const [signedIn, setSignedIn] = useState<SignedIn | undefined>(() => kept.get());
  const [reason, setReason] = useState<string>();
  const [desk, setDesk] = useState<Desk>();

  useEffect(() => {
    if (signedIn === undefined) return undefined;
    const fresh = createDesk({
      address,
      signedIn,
      onSignedOut(why) {
        kept.set(undefined);
        setReason(why === 'forbidden' ? 'You are signed in no more. Sign in again.' : undefined);
        setSignedIn(undefined);
      },
    });
    setDesk(fresh);
    return () => {
      setDesk(undefined);
      fresh.close();
    };
  }, [address, kept, signedIn]);

  if (signedIn === undefined || desk === undefined) {
    return signedIn === undefined ? (
      <SignInPage
        address={address}
        reason={reason}
        name={name}
        onSignedIn={(answer) => {
          kept.set(answer);
          setSignedIn(answer);
        }}
      />
    ) : null;
  }
  return (
    <DeskContext value={desk}>
      <Console />
    </DeskContext>
  );
}
