package io.github.bedrocksql.console;

import java.io.Writer;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** The terminal that statements are typed into. */
final class TerminalScreen implements Screen {
  private final Terminal terminal;
  private final Supplier<Writer> lines;

  /**
   * Makes a screen.
   *
   * @param lines what takes rows; each user gets its own
   */
  TerminalScreen(Terminal terminal, Supplier<Writer> lines) {
    this.terminal = terminal;
    this.lines = lines;
  }

  /** A terminal that does not tell its width has lines of any length. */
  @Override
  public int width() {
    int width = terminal.getWidth();
    return width > 0 ? width : UNBOUNDED;
  }

  @Override
  public Writer writer() {
    return lines.get();
  }

  @Override
  public boolean isTerminal() {
    return true;
  }

  @Override
  public Writer page() {
    return isDumb() || terminal.getHeight() <= 0
        ? lines.get()
        : new PagedWriter(terminal, lines.get());
  }

  @Override
  public boolean clear() {
    if (isDumb()) {
      return false;
    }
    terminal.puts(Capability.clear_screen);
    terminal.flush();
    return true;
  }

  private boolean isDumb() {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }
}
