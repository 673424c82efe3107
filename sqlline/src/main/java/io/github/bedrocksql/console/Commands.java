package io.github.bedrocksql.console;

import io.github.bedrocksql.console.Command.Outcome;
import io.github.bedrocksql.console.text.CommandText;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The console's own commands. */
final class Commands {
  private static final List<Command> ALL = all();
  private static final Map<String, Command> BY_NAME = byName();

  private Commands() {}

  private static List<Command> all() {
    List<Command> commands = new ArrayList<>();
    commands.add(
        Command.of(List.of("help", "?", "\\?", "\\h", "!help"), "", "this list", Commands::help));
    commands.addAll(CatalogCommands.ALL);
    commands.addAll(QueryCommands.ALL);
    commands.addAll(DisplayCommands.ALL);
    commands.add(
        Command.of(
            List.of("\\q", "quit", "exit", "!quit", "!exit"),
            "",
            "leave; so does Ctrl-D",
            (argument, shell) -> Outcome.LEAVE));
    return List.copyOf(commands);
  }

  private static Map<String, Command> byName() {
    Map<String, Command> commands = new HashMap<>();
    ALL.forEach(command -> command.names().forEach(name -> commands.put(name, command)));
    return Map.copyOf(commands);
  }

  /** Returns all of their names. */
  static List<String> names() {
    return ALL.stream().flatMap(command -> command.names().stream()).toList();
  }

  /** Returns the command of a text. */
  static Optional<Command> of(CommandText text) {
    return Optional.ofNullable(BY_NAME.get(text.name()));
  }

  /** Runs one, and says what fails. */
  static Outcome run(Command command, CommandText text, Shell shell) throws IOException {
    try {
      return command.action().run(text.argument(), shell);
    } catch (OutputClosedException e) {
      throw e;
    } catch (PagedWriter.EnoughReadException e) {
      return Outcome.DONE;
    } catch (SQLException | IOException | RuntimeException | Error e) {
      shell.diagnostics().failure(e, shell.runner().lastText());
      return Outcome.FAILED;
    }
  }

  /** Says how a command is used. */
  static Outcome usage(String usage, Shell shell) {
    shell.diagnostics().error("usage: " + usage);
    return Outcome.FAILED;
  }

  private static Outcome help(String argument, Shell shell) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("End a statement with ';'. Tab completes, Ctrl-C stops or clears.");
    lines.add("");
    for (Command command : ALL) {
      String names = String.join(", ", command.names().stream().limit(2).toList());
      String left = (names + " " + command.argument()).strip();
      for (String line : command.summary().lines().toList()) {
        lines.add(String.format("  %-28s %s", left, line));
        left = "";
      }
    }
    lines.add("");
    lines.add("In a terminal, SQLLine's commands too: !connect, !set, !record, !run and others.");
    TextPage.lines(shell.screen(), lines);
    return Outcome.DONE;
  }
}
