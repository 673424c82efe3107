package io.github.bedrocksql.console;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** The history of lines, without those that hold a secret. */
final class CleanHistory extends DefaultHistory {
  @Override
  public void add(Instant time, String line) {
    if (!Secrets.areIn(line)) {
      super.add(time, line);
    }
  }
}
