import { useCall, useCalls, useConnection, useDialer, SoftphoneFrame } from '@offhook/react';

export function Phone() {
  const { status } = useConnection();
  const { call, can, answer, hangUp } = useCall();
  const { dial } = useDialer();
  const calls = useCalls();
  return (
    <>
      <p>The phone is {status}.</p>
      {can.answer.allowed && <button onClick={answer}>Answer {call?.remote.name}</button>}
      {can.hangUp.allowed && <button onClick={hangUp}>Hang up</button>}
      <button onClick={() => dial('+12165325078')}>Call the office</button>
      <ul>
        {calls.map(({ id, remote, state }) => (
          <li key={id}>
            {remote.number}: {state}
          </li>
        ))}
      </ul>
      <SoftphoneFrame />
    </>
  );
}
