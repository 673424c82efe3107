package io.github.bedrocksql.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * Shows a text that fits the screen as it is, and a longer one page by page in JLine's {@code
 * less}, which reads on as the pages are turned. When its reader has had enough, writing fails with
 * {@link EnoughReadException}.
 */
final class PagedWriter extends Writer {
  private static final int PIPE = 1 << 16;

  private final Terminal terminal;
  private final Writer screen;
  private final int most;
  private final StringBuilder first = new StringBuilder();
  private int lines;
  private OutputStream pipe;
  private Thread pager;

  /** The reader has left the pager. */
  static final class EnoughReadException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Makes a writer.
   *
   * @param screen takes what fits
   */
  PagedWriter(Terminal terminal, Writer screen) {
    this.terminal = terminal;
    this.screen = screen;
    this.most = Math.max(2, terminal.getHeight()) - 2;
  }

  @Override
  public void write(char[] text, int start, int length) throws IOException {
    if (pipe != null) {
      send(new String(text, start, length));
      return;
    }
    first.append(text, start, length);
    for (int i = start; i < start + length; i++) {
      lines += text[i] == '\n' ? 1 : 0;
    }
    if (lines > most) {
      startPager();
      send(first.toString());
      first.setLength(0);
    }
  }

  private void send(String text) throws IOException {
    try {
      pipe.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EnoughReadException(); // A pipe fails only when it is not read any more.
    }
  }

  private void startPager() throws IOException {
    PipedInputStream in = new PipedInputStream(PIPE);
    pipe = new PipedOutputStream(in);
    pager = new Thread(() -> show(in), "pager");
    pager.start();
  }

  private void show(InputStream in) {
    try (in) {
      Less less = new Less(terminal, Path.of(""));
      less.chopLongLines = true;
      less.run(new ArrayList<>(List.of(new Source.InputStreamSource(in, true, "rows"))));
    } catch (IOException e) {
      // The statement failed half way, or the terminal is gone: who writes is told.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Only at the end: a page is shown when it is full. */
  @Override
  public void flush() throws IOException {
    if (pipe != null) {
      pipe.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (pipe == null) {
      screen.append(first);
      screen.flush();
      first.setLength(0);
      return;
    }
    pipe.close();
    try {
      pager.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The pager leaves its own prompt behind.
    terminal.puts(Capability.carriage_return);
    terminal.puts(Capability.clr_eol);
    terminal.flush();
  }
}
