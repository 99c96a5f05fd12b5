import { type DeskAgent } from './desk.js';

/** Whether the agent gets chats that need this skill. */
export const canServe = ({ skills }: DeskAgent, skill: string | undefined): boolean =>
  skill === undefined || skills === undefined || skills.includes(skill);
