package io.github.bedrocksql.console;

import io.github.bedrocksql.console.Command.Outcome;
import io.github.bedrocksql.console.Display.Expanded;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Commands that set how results are shown. */
final class DisplayCommands {
  static final List<Command> ALL =
      List.of(
          Command.of(
              List.of("\\x"),
              "[on|off|auto]",
              "a line for each value, or a table",
              DisplayCommands::expanded),
          Command.of(
              List.of("\\timing"),
              "[on|off]",
              "whether the time taken is told",
              (argument, shell) ->
                  toggle(
                      "\\timing",
                      "Timing",
                      argument,
                      shell.display().timing(),
                      shell.display()::timing,
                      shell)),
          Command.of(
              List.of("\\pager"),
              "[on|off]",
              "whether long results come page by page",
              (argument, shell) ->
                  toggle(
                      "\\pager",
                      "Pager",
                      argument,
                      shell.display().pager(),
                      shell.display()::pager,
                      shell)));

  private DisplayCommands() {}

  private static Outcome expanded(String argument, Shell shell) {
    Expanded now = shell.display().expanded();
    Expanded chosen;
    switch (argument.toLowerCase(Locale.ROOT)) {
      case "" -> chosen = now == Expanded.ON ? Expanded.AUTO : Expanded.ON;
      case "on" -> chosen = Expanded.ON;
      case "off" -> chosen = Expanded.OFF;
      case "auto" -> chosen = Expanded.AUTO;
      default -> {
        return Commands.usage("\\x [on|off|auto]", shell);
      }
    }
    shell.display().expanded(chosen);
    shell
        .diagnostics()
        .note(
            switch (chosen) {
              case ON -> "Expanded display is on: a line for each value.";
              case OFF -> "Expanded display is off: tables, as wide as they are.";
              case AUTO -> "Expanded display is automatic: where a table does not fit the screen.";
            });
    return Outcome.DONE;
  }

  private static Outcome toggle(
      String command,
      String what,
      String argument,
      boolean now,
      Consumer<Boolean> setting,
      Shell shell) {
    boolean chosen;
    switch (argument.toLowerCase(Locale.ROOT)) {
      case "" -> chosen = !now;
      case "on" -> chosen = true;
      case "off" -> chosen = false;
      default -> {
        return Commands.usage(command + " [on|off]", shell);
      }
    }
    setting.accept(chosen);
    shell.diagnostics().note(what + " is " + (chosen ? "on." : "off."));
    return Outcome.DONE;
  }
}
