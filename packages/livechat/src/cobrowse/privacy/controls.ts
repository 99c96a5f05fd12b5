import { list, object } from '../../link/read.js';

/** The ids of the page's controls that the agent may see, by kind (row T-108). */
export interface ListedControls {
  readonly textboxes: readonly string[];
  readonly radioButtons: readonly string[];
  readonly checkboxes: readonly string[];
  readonly dropdowns: readonly string[];
}

export type ControlKind = keyof ListedControls;

/** Nothing is listed (row T-110). */
export const noControls: ListedControls = Object.freeze({
  textboxes: [],
  radioButtons: [],
  checkboxes: [],
  dropdowns: [],
});

const documentedNames = {
  textboxes: 'textboxId',
  radioButtons: 'radioButtonId',
  checkboxes: 'checkboxId',
  dropdowns: 'dropdownId',
} as const satisfies Record<ControlKind, string>;

const idsOf = (value: unknown): readonly string[] =>
  list(value)?.filter((id): id is string => typeof id === 'string' && id !== '') ?? [];

/**
 * Reads the documented list of controls (rows T-108 to T-110). What is none, lists nothing.
 *
 * @example readControls({ textboxId: ['name'], radioButtonId: [], checkboxId: [], dropdownId: ['country'] })
 */
export function readControls(value: unknown): ListedControls {
  const given = object(value);
  if (given === undefined) return noControls;
  return {
    textboxes: idsOf(given[documentedNames.textboxes]),
    radioButtons: idsOf(given[documentedNames.radioButtons]),
    checkboxes: idsOf(given[documentedNames.checkboxes]),
    dropdowns: idsOf(given[documentedNames.dropdowns]),
  };
}
