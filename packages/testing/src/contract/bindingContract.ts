import { register, type Behaviour, type TestRunner } from './behaviour.js';
import { bindingActivities } from './bindingActivities.js';
import { bindingCallControls } from './bindingCallControls.js';
import { bindingChat } from './bindingChat.js';
import { bindingChatForms } from './bindingChatForms.js';
import { bindingControls } from './bindingControls.js';
import type { BindingDriver } from './bindingDriver.js';
import { bindingDevices } from './bindingDevices.js';
import { bindingFrame } from './bindingFrame.js';
import { bindingHost } from './bindingHost.js';
import { bindingIds } from './bindingIds.js';
import { bindingImport } from './bindingImport.js';
import { bindingLifecycle } from './bindingLifecycle.js';
import { bindingLog } from './bindingLog.js';
import { bindingMatch } from './bindingMatch.js';
import { bindingMoments } from './bindingMoments.js';
import { bindingPaneHost } from './bindingPaneHost.js';
import { bindingPanePopup } from './bindingPanePopup.js';
import { bindingPanes } from './bindingPanes.js';
import { bindingSearch } from './bindingSearch.js';
import { bindingShare } from './bindingShare.js';
import { bindingStreams } from './bindingStreams.js';
import { bindingUpdates } from './bindingUpdates.js';
import { bindingVideo } from './bindingVideo.js';
import { bindingWidget } from './bindingWidget.js';

/** Which binding is held to the contract, and by what runner. */
export interface BindingContractOptions {
  /** The framework's name, for the suite's title. */
  readonly name: string;
  readonly driver: BindingDriver;
  /** Left out: the global `describe` and `it`. */
  readonly runner?: TestRunner;
}

/** The contract's demands as data, for a runner of another kind. */
export function bindingBehaviours({ driver }: Pick<BindingContractOptions, 'driver'>): readonly Behaviour[] {
  return [
    ...bindingStreams(driver),
    ...bindingUpdates(driver),
    ...bindingIds(driver),
    ...bindingCallControls(driver),
    ...bindingControls(driver),
    ...bindingChat(driver),
    ...bindingChatForms(driver),
    ...bindingVideo(driver),
    ...bindingShare(driver),
    ...bindingDevices(driver),
    ...bindingActivities(driver),
    ...bindingSearch(driver),
    ...bindingMatch(driver),
    ...bindingImport(driver),
    ...bindingLog(driver),
    ...bindingHost(driver),
    ...bindingMoments(driver),
    ...bindingLifecycle(driver),
    ...bindingFrame(driver),
    ...bindingWidget(driver),
    ...bindingPanes(driver),
    ...bindingPaneHost(driver),
    ...bindingPanePopup(driver),
  ];
}

/**
 * The suite that every binding passes, with a driver of its own. Call it in a test file.
 *
 * @example bindingContract({ name: 'My framework', driver: myDriver() });
 */
export function bindingContract(options: BindingContractOptions): void {
  register(`${options.name} keeps the binding contract`, bindingBehaviours(options), options.runner);
}
