package io.github.bedrocksql.console;

import io.github.bedrocksql.console.text.CommandText;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/**
 * Runs statements without anyone watching: rows to standard output, the rest to standard error. A
 * failed statement does not stop the ones after it, as in psql, but it shows in the result.
 */
final class BatchRunner {
  private final Shell shell;
  private final Diagnostics diagnostics;
  private boolean left;

  BatchRunner(Shell shell) {
    this.shell = shell;
    this.diagnostics = shell.diagnostics();
  }

  /** Runs all statements of all inputs and says whether every one succeeded. */
  boolean run(List<Input> inputs, InputStream standardInput) {
    boolean succeeded = true;
    try {
      for (Input input : inputs) {
        succeeded &= left || run(input, standardInput);
      }
    } catch (OutputClosedException e) {
      diagnostics.error(
          "cannot write to " + (e.getMessage() == null ? "standard output" : e.getMessage()));
      return false;
    }
    return succeeded;
  }

  private boolean run(Input input, InputStream standardInput) throws OutputClosedException {
    boolean succeeded = true;
    try (Reader reader = input.open(standardInput)) {
      StatementSplitter statements = new StatementSplitter(reader);
      Optional<String> text = statements.next();
      while (text.isPresent() && !left) {
        succeeded &= run(text.get());
        text = left ? Optional.empty() : statements.next();
      }
    } catch (OutputClosedException e) {
      throw e;
    } catch (IOException e) {
      diagnostics.error("cannot read " + input.name() + ": " + WholeFile.reason(e));
      return false;
    }
    return succeeded;
  }

  private boolean run(String text) throws IOException {
    Optional<CommandText> typed = CommandText.of(text);
    if (typed.isEmpty()) {
      return shell.execute(text);
    }
    Optional<Command> command = Commands.of(typed.get());
    if (command.isEmpty()) {
      diagnostics.error(
          "there is no command "
              + typed.get().name()
              + " outside a terminal; help lists those there are");
      return false;
    }
    Command.Outcome outcome = Commands.run(command.get(), typed.get(), shell);
    left = outcome == Command.Outcome.LEAVE;
    return outcome != Command.Outcome.FAILED;
  }
}
