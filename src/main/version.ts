/** The version of the action, as package.json has it; a test holds it to that. */
export const ACTION_VERSION = '1.0.0'
