/** Where a catalogue lies unless an input or option names another file; from the workspace. */
export const USUAL_CATALOGUE = '.github/fleet-patch.yml'
