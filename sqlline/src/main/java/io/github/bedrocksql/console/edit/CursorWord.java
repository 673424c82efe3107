package io.github.bedrocksql.console.edit;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A text and the word that the cursor is in, up to the cursor.
 *
 * @param line the whole text
 * @param cursor where the cursor is
 * @param start where its word starts
 */
record CursorWord(String line, int cursor, int start) implements CompletingParsedLine {
  @Override
  public String word() {
    return line.substring(start, cursor);
  }

  @Override
  public int wordCursor() {
    return cursor - start;
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word());
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor();
  }

  @Override
  public int rawWordLength() {
    return wordCursor();
  }
}
