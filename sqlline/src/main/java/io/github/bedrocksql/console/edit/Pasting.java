package io.github.bedrocksql.console.edit;

import org.jline.reader.LineReader;
import org.jline.reader.Widget;

/** Runs a script that was pasted, if it ends with the end of a line. */
public final class Pasting {
  private Pasting() {}

  /** Teaches a reader. */
  public static void runsScripts(LineReader reader) {
    Widget paste = reader.getBuiltinWidgets().get(LineReader.BEGIN_PASTE);
    reader.getWidgets().put(LineReader.BEGIN_PASTE, () -> paste.apply() && run(reader));
  }

  private static boolean run(LineReader reader) {
    String text = reader.getBuffer().toString();
    if (text.endsWith("\n") && ConsoleParser.open(text).isEmpty() && !text.isBlank()) {
      reader.callWidget(LineReader.ACCEPT_LINE);
    }
    return true;
  }
}
