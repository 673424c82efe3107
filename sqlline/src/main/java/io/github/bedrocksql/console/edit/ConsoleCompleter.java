package io.github.bedrocksql.console.edit;

import io.github.bedrocksql.console.text.CommandText;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands, ours and SQLLine's, and what follows them. */
public final class ConsoleCompleter implements Completer {
  private final List<String> commands;
  private final Completer sql;
  private final Completer others;

  /**
   * Makes a completer.
   *
   * @param commands our commands
   * @param sql completes SQL
   * @param others completes SQLLine's commands
   */
  public ConsoleCompleter(List<String> commands, Completer sql, Completer others) {
    this.commands = commands;
    this.sql = sql;
    this.others = others;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    String before = line.line().substring(0, line.cursor() - line.wordCursor());
    if (before.isBlank()) {
      for (String command : commands) {
        candidates.add(new Candidate(command, command, "commands", null, null, null, true));
      }
      if (line.word().startsWith("!")) {
        others.complete(reader, line, candidates);
        return;
      }
    }
    boolean foreign =
        before.stripLeading().startsWith("!")
            && CommandText.of(before).map(CommandText::name).filter(commands::contains).isEmpty();
    (foreign ? others : sql).complete(reader, line, candidates);
  }
}
