/**
 * User data, or a change of it, that cannot be worked with. The message never holds a line or a value of user data, which
 * is full of secrets: only places, sizes, key paths of the change, and image references.
 */
export class UserDataError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UserDataError'
  }
}
