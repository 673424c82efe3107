package io.github.bedrocksql.console;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/**
 * A command of the console.
 *
 * @param names as they are typed, the one that the help shows first
 * @param argument how the help shows what follows; empty for nothing
 * @param summary what it does, for the help
 * @param takesQuery whether SQL follows, which may go over several lines
 */
record Command(
    List<String> names, String argument, String summary, boolean takesQuery, Action action) {
  /** How it ended. */
  enum Outcome {
    DONE,
    FAILED,
    LEAVE
  }

  /** What a command does. */
  @FunctionalInterface
  interface Action {
    /** Runs it; a failure that is not thrown has been said. */
    Outcome run(String argument, Shell shell) throws SQLException, IOException;
  }

  Command {
    names = List.copyOf(names);
  }

  /** A command with no query. */
  static Command of(List<String> names, String argument, String summary, Action action) {
    return new Command(names, argument, summary, false, action);
  }

  /** A command that SQL follows. */
  static Command ofQuery(String name, String argument, String summary, Action action) {
    return new Command(List.of(name), argument, summary, true, action);
  }
}
