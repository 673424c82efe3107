package io.github.bedrocksql.console;

import io.github.bedrocksql.console.Command.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Writes a query's rows into a file, in the format that its name ends in. */
final class ExportCommand {
  static final Command COMMAND =
      Command.ofQuery(
          "!export",
          "FILE QUERY",
          "its rows into a file: .csv, .json or .xlsx",
          ExportCommand::run);

  private ExportCommand() {}

  private enum FileFormat {
    CSV,
    JSON,
    XLSX;

    static Optional<FileFormat> of(FileAndQuery typed) {
      return Arrays.stream(values())
          .filter(format -> typed.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
          .findFirst();
    }

    /** Writes rows, and returns their number. */
    long write(ResultSet rows, OutputStream out) throws SQLException, IOException {
      if (this == XLSX) {
        return ResultPrinter.copy(rows, new XlsxWriter(out), out);
      }
      BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      return ResultPrinter.copy(
          rows, this == CSV ? new CsvWriter(text, false) : new JsonWriter(text), text);
    }
  }

  private static Outcome run(String argument, Shell shell) throws SQLException {
    Optional<FileAndQuery> typed = FileAndQuery.of(argument);
    if (typed.isEmpty()) {
      return Commands.usage("!export FILE QUERY", shell);
    }
    String name = typed.get().name();
    Optional<FileFormat> format = FileFormat.of(typed.get());
    if (format.isEmpty()) {
      shell
          .diagnostics()
          .error("'" + name + "' ends in no format that can be written: .csv, .json or .xlsx");
      return Outcome.FAILED;
    }
    try {
      long count = write(typed.get(), format.get(), shell);
      shell.diagnostics().note((count == 1 ? "1 row" : count + " rows") + " written to " + name);
      return Outcome.DONE;
    } catch (IOException e) {
      shell.diagnostics().error("cannot write " + name + ": " + WholeFile.reason(e));
      return Outcome.FAILED;
    }
  }

  /** The file is not touched before the query has an answer. */
  private static long write(FileAndQuery typed, FileFormat format, Shell shell)
      throws SQLException, IOException {
    return shell
        .runner()
        .run(
            shell.connection(),
            typed.query(),
            (statement, result, waiting) ->
                WholeFile.write(typed.file(), out -> format.write(result.orElseThrow(), out)));
  }
}
