import { useDesk, useDeskState } from './deskContext.js';
import { Icon } from './Icon.js';

/** What was refused, each until it is dismissed. */
export function Notices() {
  const desk = useDesk();
  const notices = useDeskState((state) => state.notices);
  return (
    <div className="notices">
      {notices.map(({ id, text }) => (
        <div key={id} className="notice" role="alert">
          <Icon name="warning" />
          <p>{text}</p>
          <button
            type="button"
            className="icon-button icon-button-plain icon-button-end"
            aria-label="Dismiss"
            onClick={() => desk.readNotice(id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
