export { startSimulator, type Simulator, type SimulatorOptions, type VendorName } from './start-simulator.js';
export type { PaneEvent, XivoAnswer } from './xivo/answer.js';
