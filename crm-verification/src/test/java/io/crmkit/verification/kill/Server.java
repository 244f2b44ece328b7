package io.crmkit.verification.kill;

/** A database server of its own that can be stopped hard and started again. */
interface Server extends Place {

  /** As the system does when it is out of memory: the server has no chance to say goodbye. */
  void kill() throws Exception;

  /** As hard as the database itself knows how to stop. */
  default void stopImmediately() throws Exception {
    kill();
  }

  /** Starts it again as it was, and returns when it answers; it recovers by itself. */
  void startAgain() throws Exception;
}
