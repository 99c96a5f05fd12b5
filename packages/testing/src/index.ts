export { countingIds } from './countingIds.js';
export type { FakeCall, FakeCallDetails } from './fakeCall.js';
export type { FakeChat, FakeChatDetails } from './fakeChat.js';
export type { FakeConnector, FakeConnectorOptions, FakeResponse } from './fakeConnector.js';
export { fakeConnector } from './fakeConnector.js';
export type { FakeContacts, FakeContactsOptions, FakeImport, FakeLookUp } from './fakeContacts.js';
export { fakeContacts, fakePeople } from './fakeContacts.js';
export type { FakeFrameChannel, FakeFrameChannelOptions } from './fakeFrameChannel.js';
export { fakeFrameChannel } from './fakeFrameChannel.js';
export type { FakeHost, FakeMessage, FakeWindow } from './fakeHost.js';
export { fakeHost, fakeWindow } from './fakeHost.js';
export type { FakeLog, FakeNote } from './fakeLog.js';
export { fakeLog } from './fakeLog.js';
export type { FakePanes, FakePanesOptions } from './fakePanes.js';
export { fakePanes } from './fakePanes.js';
export type { FakeProvide, FakeRequest } from './fakeProvide.js';
export { fakeProvide } from './fakeProvide.js';
export type { FakeDevice, FakeMediaDevices } from './fakeMediaDevices.js';
export { fakeDevices, fakeMediaDevices } from './fakeMediaDevices.js';
export type { FakeMessageDetails } from './fakeMessage.js';
export { fakeStream } from './fakeStream.js';
export type { WatchedClient } from './watchedClient.js';
export { watchedClient } from './watchedClient.js';
export type { VirtualClock } from './virtualClock.js';
export { virtualClock } from './virtualClock.js';

export type { HostileFrame } from './hostile/hostileFrames.js';
export { hostileFrames, spoiltFrames } from './hostile/hostileFrames.js';

export type { Behaviour, TestRunner } from './contract/behaviour.js';
export type { ChatConnectorContractOptions } from './contract/chatConnectorContract.js';
export { chatConnectorBehaviours, chatConnectorContract } from './contract/chatConnectorContract.js';
export type {
  ChatConnectorDriver,
  CreateChatConnector,
  FoundChat,
  ScriptedChat,
  ScriptedMessage,
  ScriptedShare,
  ScriptedVideo,
} from './contract/chatConnectorDriver.js';
export type { ConnectorContractOptions } from './contract/connectorContract.js';
export { connectorBehaviours, connectorContract } from './contract/connectorContract.js';
export type {
  ConnectorDriver,
  ConnectorEnvironment,
  ScriptedCall,
  VendorTransport,
} from './contract/connectorDriver.js';
export { frameTransport } from './contract/connectorDriver.js';

export type { BindingContractOptions } from './contract/bindingContract.js';
export { bindingBehaviours, bindingContract } from './contract/bindingContract.js';
export type {
  Awaitable,
  BindingDriver,
  HydratedStream,
  MountedFrame,
  MountedHandler,
  MountedPaneHost,
  MountedRows,
  MountedStream,
} from './contract/bindingDriver.js';
