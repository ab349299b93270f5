/** A secret that was just made, and the address it is of. */
export interface Made {
  name: string;
  secret: string;
}
