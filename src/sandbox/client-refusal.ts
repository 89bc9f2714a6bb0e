/** What Discord's own client would not let a person do: a command that is not there, an option that is wrong. */
export class ClientRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClientRefusal';
  }
}
