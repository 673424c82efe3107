package io.github.bedrocksql.console;

import java.io.IOException;

/** Nobody reads the output any more, or it can't be written. */
final class OutputClosedException extends IOException {
  private static final long serialVersionUID = 1;
}
