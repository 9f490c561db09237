/** An option of a function of the library cannot be used; the message names it and says what is expected. */
export class WrongOption extends TypeError {
  override readonly name = 'WrongOption';
}
