package io.github.bedrocksql.adapter.error;

import com.google.common.base.Throwables;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** What running out of memory means in SQL, wherever it happens. */
public final class OutOfMemory {
  private OutOfMemory() {}

  /** Returns what a failure comes of, if that is that memory ran out. */
  public static Optional<OutOfMemoryError> causeOf(Throwable failure) {
    return Throwables.getCausalChain(failure).stream()
        .filter(OutOfMemoryError.class::isInstance)
        .map(OutOfMemoryError.class::cast)
        .findFirst();
  }

  /**
   * Returns the failure for users, with SQLState 53200.
   *
   * @param doing what rows were held for, with their number; empty if it is not known
   */
  public static SQLException exception(OutOfMemoryError error, String doing) {
    return SqlState.OUT_OF_MEMORY.exception(
        "The statement ran out of memory"
            + (doing.isEmpty() ? "" : " while " + doing)
            + (isOfHeap(error) ? "" : " (" + error.getMessage() + ")")
            + ". Add a LIMIT or a condition, or give the JVM more "
            + (isOfHeap(error) ? "heap (-Xmx)" : "of it"),
        error);
  }

  private static boolean isOfHeap(OutOfMemoryError error) {
    String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("heap space") || message.contains("gc overhead");
  }
}
