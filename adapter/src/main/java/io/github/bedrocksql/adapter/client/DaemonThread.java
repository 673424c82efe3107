package io.github.bedrocksql.adapter.client;

/** Makes the threads of this package: none keeps a JVM from ending. */
final class DaemonThread {
  private DaemonThread() {}

  /** Returns a thread that has not begun. */
  static Thread of(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
