package io.github.bedrocksql.adapter.session;

import java.lang.ref.Cleaner;
import java.lang.ref.Cleaner.Cleanable;

/** Ends what belongs to objects that their users let go of without closing them. */
public final class Dropped {
  /**
   * Its thread is the JDK's own, which knows nothing of whoever happens to be first here, and ends
   * once this class can be unloaded.
   */
  private static final Cleaner CLEANER = Cleaner.create();

  private Dropped() {}

  /**
   * Has work done once nobody holds an object any longer.
   *
   * @param ending must not refer to the object; it is run once at most, by a thread that must not
   *     be held up
   * @return what closing the object runs: it does the work at once
   */
  public static Cleanable after(Object object, Runnable ending) {
    return CLEANER.register(object, ending);
  }
}
