export { startSimulator, type Simulator, type SimulatorOptions, type VendorName } from './start-simulator.js';
