package io.github.bedrocksql.console;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** The history of lines, without those that hold a secret. */
final class CleanHistory extends DefaultHistory {
  /** A property that is secret, or a command that takes user and password after a URL. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(secretAccessKey|sessionToken|bearerToken|\\w*password)\\s*=|^\\s*!\\s*\\w+\\s+\\S*jdbc:\\S+\\s+\\S",
          Pattern.CASE_INSENSITIVE);

  static boolean holdsSecret(String line) {
    return SECRET.matcher(line).find();
  }

  @Override
  public void add(Instant time, String line) {
    if (!holdsSecret(line)) {
      super.add(time, line);
    }
  }
}
