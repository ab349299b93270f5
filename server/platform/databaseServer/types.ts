/** The kinds of server that the finder can start, in the order it prefers them. */
export type ServerKind = 'mongod' | 'secantusd-py';

/** A database server that answers, and how to let go of it. */
export interface DatabaseServer {
  /** A connection string without a database name; the driver can write, use transactions and change streams by it. */
  uri: string;
  kind: ServerKind | 'given' | 'shared';
  /** The server's process on this machine; null for one that was given. */
  pid: number | null;
  /** Resolves when its process is gone, whoever ended it; never for one that was given. */
  ended: Promise<void>;
  /**
   * Lets go of the server. The last of its users stops it, and this resolves when its process is gone; one that was
   * given is left alone.
   */
  stop(): Promise<void>;
}

/** A server program found on this machine, ready to be started on a folder of data. */
export interface FoundServer {
  kind: ServerKind;
  because: string;
  /** Starts it on `folder`; a throw-away server may skip what only a power cut needs. */
  start(folder: string, isThrowAway: boolean): Promise<ServerProcess>;
}

/** A server program that we started and that ends with the last who holds it. */
export interface ServerProcess {
  pid: number;
  port: number;
  uri: string;
  /** The named pipe by which others can hold it too; null for a throw-away server. */
  place: string | null;
  ended: Promise<void>;
  /** Holds it no longer: it goes when nobody else does. */
  letGo(): void;
  /** Lets go, and resolves when it is gone; ends it by force when it takes too long. */
  stop(): Promise<void>;
}
