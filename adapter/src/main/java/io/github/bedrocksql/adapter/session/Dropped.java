package io.github.bedrocksql.adapter.session;

import java.lang.ref.Cleaner;
import java.lang.ref.Cleaner.Cleanable;

/** Ends what belongs to objects that were dropped without being closed. */
public final class Dropped {
  /**
   * Its thread is the JDK's own: it inherits nothing from the first thread that happens to get
   * here, and ends once this class can be unloaded.
   */
  private static final Cleaner CLEANER = Cleaner.create();

  private Dropped() {}

  /**
   * Runs work once an object is no longer reachable.
   *
   * @param ending must not refer to the object; it is run once at most, by a thread that must not
   *     be blocked
   * @return what closing the object runs: it does the work at once
   */
  public static Cleanable after(Object object, Runnable ending) {
    return CLEANER.register(object, ending);
  }
}
